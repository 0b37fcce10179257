package dev.dangol.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hadoop.fs.Path;

/** File that is written beside its place, and stands there only once it is whole. */
public final class WholeFile {
  private static final int ATTEMPTS = 5;

  private final PrivateFolder folder;
  private final Path part;
  private final Path place;
  private final OutputStream out;

  WholeFile(PrivateFolder folder, Path part, Path place, OutputStream out) {
    this.folder = folder;
    this.part = part;
    this.place = place;
    this.out = out;
  }

  public OutputStream out() {
    return out;
  }

  /** Ends the writing and opens what was written. */
  public InputStream content() {
    try {
      out.close();
      return folder.files().open(part);
    } catch (IOException failure) {
      throw folder.folder().failure("read", failure);
    }
  }

  /** Puts the file in its place, where it replaces an earlier one. */
  public void keep() {
    try {
      out.close();
      int attempt = 1;
      while (!moved()) {
        if (attempt++ == ATTEMPTS) {
          throw new IOException(place.getName() + " could not be put in its place");
        }
      }
    } catch (IOException failure) {
      throw folder.folder().failure("written to", failure);
    }
  }

  /** False where another writer of the same name was faster, on a store that replaces nothing. */
  private boolean moved() throws IOException {
    if (folder.files().exists(place)) {
      folder.files().delete(place, false);
    }
    return folder.files().rename(part, place);
  }

  /** Takes the file away. */
  public void drop() {
    try {
      out.close();
      folder.files().delete(part, false);
    } catch (IOException failure) {
      throw folder.folder().failure("written to", failure);
    }
  }
}
