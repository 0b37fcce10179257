package dev.dangol.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Folder of exported files in memory. */
final class MemoryFolder implements TargetFolder {
  private final Map<String, byte[]> files = new TreeMap<>();

  @Override
  public TargetFile create(String name) {
    return new MemoryFile(name);
  }

  @Override
  public Optional<InputStream> open(String path) {
    return Optional.ofNullable(files.get(path)).map(ByteArrayInputStream::new);
  }

  Map<String, byte[]> files() {
    return files;
  }

  String text(String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  private final class MemoryFile implements TargetFile {
    private final String name;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    MemoryFile(String name) {
      this.name = name;
    }

    @Override
    public OutputStream out() {
      return bytes;
    }

    @Override
    public InputStream content() {
      return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Override
    public void keep() {
      files.put(name, bytes.toByteArray());
    }

    @Override
    public void drop() {}
  }
}
