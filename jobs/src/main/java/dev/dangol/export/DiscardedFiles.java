package dev.dangol.export;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Folder in which nothing is kept, for those who only ask. */
public final class DiscardedFiles implements TargetFolder {
  @Override
  public TargetFile create(String name) {
    return new DiscardedFile();
  }

  @Override
  public Optional<InputStream> open(String path) {
    return Optional.empty();
  }

  private static final class DiscardedFile implements TargetFile {
    @Override
    public OutputStream out() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream content() {
      return InputStream.nullInputStream();
    }

    @Override
    public void keep() {}

    @Override
    public void drop() {}
  }
}
