package dev.dangol.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Folder that only its owner may read, in which files appear whole. A file is written beside its
 * place under a hidden name and renamed; its mode is 0600 in a folder of 0700, where the store
 * knows modes. Hidden names hold a mark of the warehouse that writes, so that runs on two
 * warehouses do not take each other's files away.
 */
public final class PrivateFolder {
  private static final FsPermission OF_FOLDERS = new FsPermission((short) 0700);
  private static final FsPermission OF_FILES = new FsPermission((short) 0600);
  private static final String PART = ".part";
  private static final int BUFFER_BYTES = 1 << 16;

  private final StoreFolder folder;
  private final String ending;

  /**
   * Opens a folder for the runs on a warehouse, of which there is one at a time.
   *
   * @param warehouse the warehouse's own folder
   */
  public PrivateFolder(StoreFolder folder, StoreFolder warehouse) {
    this(folder, "." + Integer.toHexString(warehouse.path().hashCode()) + PART);
  }

  private PrivateFolder(StoreFolder folder, String ending) {
    this.folder = folder;
    this.ending = ending;
  }

  /** Makes the folder where it is missing. */
  public void make() {
    try {
      Path place = folder.place();
      if (!files().exists(place)) {
        folder.make();
        files().setPermission(place, OF_FOLDERS);
      }
    } catch (IOException failure) {
      throw folder.failure("written to", failure);
    }
  }

  /** A folder in it, which is made where it is missing. */
  public PrivateFolder in(String child) {
    PrivateFolder below = new PrivateFolder(folder.in(child), ending);
    below.make();
    return below;
  }

  /** Begins a file. */
  public WholeFile create(String name) {
    try {
      Path part = new Path(folder.place(), "." + name + ending);
      FileSystem store = files();
      var out =
          store.create(
              part,
              OF_FILES,
              true,
              BUFFER_BYTES,
              store.getDefaultReplication(part),
              store.getDefaultBlockSize(part),
              null);
      return new WholeFile(this, part, new Path(folder.place(), name), out);
    } catch (IOException failure) {
      throw folder.failure("written to", failure);
    }
  }

  /** Takes away what a run on the same warehouse that died had begun. */
  public void dropParts() {
    folder.names().stream()
        .filter(name -> name.startsWith(".") && name.endsWith(ending))
        .forEach(folder::delete);
  }

  /** Writes a small file whole. */
  public void write(String name, String text) {
    WholeFile file = create(name);
    try {
      file.out().write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw folder.failure("written to", failure);
    }
    file.keep();
  }

  /** A file of any folder of the store, by its path; empty where there is none. */
  public Optional<InputStream> open(String path) {
    try {
      return Optional.of(files().open(new Path(path), BUFFER_BYTES));
    } catch (FileNotFoundException gone) {
      return Optional.empty();
    } catch (IOException failure) {
      throw folder.failure("read", failure);
    }
  }

  /** The folder itself. */
  public StoreFolder folder() {
    return folder;
  }

  FileSystem files() throws IOException {
    return folder.files();
  }
}
