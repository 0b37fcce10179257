package dev.dangol.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/** Looks into every file of a folder: at its bytes, and at the cells of Parquet as well. */
public record DiskScan(Path folder) {

  /** The files in which one of the texts occurs, whatever a table's log says of them. */
  public List<String> filesWith(List<String> texts) {
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      String content = content(file);
      for (String text : texts) {
        if (content.contains(text)) {
          found.add(folder.relativize(file) + ": " + text);
        }
      }
    }
    return found;
  }

  /** A fingerprint of every file's name and bytes. */
  public String hash() {
    StringBuilder all = new StringBuilder();
    for (Path file : files()) {
      all.append(folder.relativize(file)).append(' ').append(DigestUtils.sha256Hex(bytes(file)));
    }
    return DigestUtils.sha256Hex(all.toString());
  }

  private List<Path> files() {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  private static String content(Path file) {
    String raw = file.getFileName() + "\n" + new String(bytes(file), StandardCharsets.UTF_8);
    return file.toString().endsWith(".parquet") ? raw + cells(file) : raw;
  }

  private static String cells(Path file) {
    StringBuilder cells = new StringBuilder();
    var place = new org.apache.hadoop.fs.Path(file.toUri());
    try (var rows = ParquetReader.builder(new GroupReadSupport(), place).build()) {
      for (Group row = rows.read(); row != null; row = rows.read()) {
        cells.append(row).append('\n');
      }
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
    return cells.toString();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }
}
