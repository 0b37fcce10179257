package dev.dangol.job.export;

import dev.dangol.job.export.DeliveryLedger.DeliveredFile;
import dev.dangol.store.Lake;
import dev.dangol.store.StoreFolder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Expiry of exported files. A full file is kept while no later one of its list was delivered:
 * removals are copied from it.
 */
public final class ExportExpiry {
  private final Lake lake;
  private final LocalDate today;

  /**
   * Looks at the files as of a day of the calendar.
   *
   * @param today the present day
   */
  public ExportExpiry(Lake lake, LocalDate today) {
    this.lake = lake;
    this.today = today;
  }

  /** The paths of files that are there and have expired, in alphabetical order. */
  public List<String> expired() {
    List<DeliveredFile> files = new DeliveryLedger(lake).files();
    Set<String> lists = new HashSet<>();
    Set<String> kept = new HashSet<>();
    Set<String> expired = new TreeSet<>();
    for (DeliveredFile file : files) {
      boolean newest = file.isFull() && exists(file.path()) && lists.add(file.list());
      if (newest) {
        kept.add(file.path());
      } else if (!today.isBefore(file.expiresOn()) && exists(file.path())) {
        expired.add(file.path());
      }
    }
    expired.removeAll(kept);
    return new ArrayList<>(expired);
  }

  /** Removes the files that have expired, and folders that hold nothing else but a manifest. */
  public List<String> remove() {
    List<String> expired = expired();
    for (String path : expired) {
      StoreFolder folder = folder(path);
      folder.delete(name(path));
      if (folder.names().stream().allMatch(ExportManifest.FILE::equals)) {
        folder.deleteAll();
      }
    }
    return expired;
  }

  private boolean exists(String path) {
    return folder(path).names().contains(name(path));
  }

  private StoreFolder folder(String path) {
    return lake.folder(path.substring(0, path.lastIndexOf('/')));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
