package dev.dangol.trials;

import dev.dangol.TinyShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** Smallest shop that every job has something to do in, and copies of its warehouse. */
final class TrialShop {
  /** The day that readers see before a trial. */
  static final String BEFORE = "2025-02-28";

  /** The day that a trial describes. */
  static final String DAY = "2025-03-31";

  private static final String EXPORTS = "exports-";

  private final Path folder;
  private final boolean exporting;

  /** Opens the shop in an empty folder; one that was there is emptied. */
  TrialShop(Path folder) throws IOException {
    this(emptied(folder.toAbsolutePath()), true);
    TinyShop.open(this.folder);
  }

  private static Path emptied(Path folder) throws IOException {
    remove(folder);
    return Files.createDirectories(folder);
  }

  private TrialShop(Path folder, boolean exporting) {
    this.folder = folder;
    this.exporting = exporting;
  }

  /** The same shop without a target of exports: their files lie outside of warehouses. */
  TrialShop withoutExports() {
    return new TrialShop(folder, false);
  }

  Path folder() {
    return folder;
  }

  /** A command on one of the shop's warehouses. */
  String[] command(String warehouse, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--config", folder.resolve("shop.conf").toString()));
    all.addAll(List.of("--warehouse", warehouse));
    String name = warehouse.substring(warehouse.lastIndexOf('/') + 1);
    settings(name).forEach(setting -> all.addAll(List.of("--set", setting)));
    return all.toArray(String[]::new);
  }

  private Stream<String> settings(String warehouse) {
    Stream<String> always =
        Stream.of(
            "segments.k=2",
            "report.directory=" + folder.resolve("report"),
            "export.directory=" + folder.resolve(EXPORTS + warehouse));
    return exporting ? Stream.concat(always, target()) : always;
  }

  private static Stream<String> target() {
    return Stream.of(
        "export.targets.sheet.format=csv",
        "export.targets.sheet.where=\"orders_lifetime > 0\"",
        "export.targets.sheet.consent=none",
        "export.targets.sheet.basis=\"inside the house\"",
        "export.targets.sheet.min-size=1");
  }

  /** A copy of a local warehouse under another name; one that was there is replaced. */
  String copy(String from, String name) throws IOException {
    Path target = folder.resolve(name);
    remove(target);
    try (Stream<Path> files = Files.walk(Path.of(from))) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(Path.of(from).relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    return target.toString();
  }

  /** Every file that was exported from a warehouse, hidden ones too, with its content's digest. */
  static List<String> exported(String warehouse) throws IOException {
    Path place = Path.of(warehouse);
    Path exports = place.resolveSibling(EXPORTS + place.getFileName());
    if (!Files.isDirectory(exports)) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(exports)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        found.add(exports.relativize(file) + " " + DigestUtils.sha256Hex(Files.readAllBytes(file)));
      }
    }
    return found;
  }

  /** Removes a folder with all that is in it. */
  static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /**
   * Lets the holder of a warehouse be dead: the process in its lease has ended, as it has after a
   * real crash.
   */
  static void bury(String warehouse) throws IOException {
    Path leases = Path.of(warehouse, "_dangol");
    if (!Files.isDirectory(leases)) {
      return;
    }
    try (Stream<Path> files = Files.list(leases)) {
      for (Path file : files.filter(each -> named(each).matches("lease-\\d+")).toList()) {
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("process=\\d+", "process=" + Integer.MAX_VALUE));
      }
    }
  }

  private static String named(Path file) {
    return file.getFileName().toString();
  }
}
