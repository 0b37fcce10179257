package dev.dangol.testing;

import dev.dangol.table.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.SparkSession;

/**
 * Looks into every file of a folder: at its bytes, and where it is Parquet at its cells as well.
 */
public record DiskScan(SparkSession spark, Path folder) {

  /** The files in which one of the texts stands, whatever a table's log says of them. */
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

  private String content(Path file) {
    String raw = file.getFileName() + "\n" + new String(bytes(file), StandardCharsets.UTF_8);
    return file.toString().endsWith(".parquet") ? raw + cells(file) : raw;
  }

  private String cells(Path file) {
    var rows = Sql.json(spark.read().parquet(file.toString())).collectAsList();
    return String.join("\n", rows.stream().map(row -> row.getString(0)).toList());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }
}
