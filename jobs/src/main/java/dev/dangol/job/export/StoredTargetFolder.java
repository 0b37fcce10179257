package dev.dangol.job.export;

import dev.dangol.export.TargetFolder;
import dev.dangol.store.PrivateFolder;
import dev.dangol.store.WholeFile;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Folder of a target's files on the store of the export directory.
 *
 * @param folder the folder of one day and target
 */
record StoredTargetFolder(PrivateFolder folder) implements TargetFolder {
  @Override
  public TargetFile create(String name) {
    return new StoredFile(folder.create(name));
  }

  @Override
  public Optional<InputStream> open(String path) {
    return folder.open(path);
  }

  private record StoredFile(WholeFile file) implements TargetFile {
    @Override
    public OutputStream out() {
      return file.out();
    }

    @Override
    public InputStream content() {
      return file.content();
    }

    @Override
    public void keep() {
      file.keep();
    }

    @Override
    public void drop() {
      file.drop();
    }
  }
}
