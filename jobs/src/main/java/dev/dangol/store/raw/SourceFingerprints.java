package dev.dangol.store.raw;

import dev.dangol.config.InputSettings;
import dev.dangol.config.SourceSettings;
import dev.dangol.problem.EnvironmentFailure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Fingerprints sources without reading them, so that an unchanged source is recognised. A
 * fingerprint is made of the path, length and time of change of every file behind the source. A
 * Delta table's log is among its files, so its version counts.
 */
public final class SourceFingerprints {
  /** A source whose state is not known without reading it, such as a database: always read. */
  public static final String UNKNOWN = "unknown";

  private SourceFingerprints() {}

  public static String of(SparkSession spark, SourceSettings source) {
    List<String> files = new ArrayList<>();
    for (InputSettings input : source.inputs().values()) {
      if (input.paths().isEmpty()) {
        return UNKNOWN;
      }
      input.paths().forEach(path -> files.addAll(files(spark, path)));
    }
    return DigestUtils.sha256Hex(String.join("\n", files.stream().sorted().toList()))
        .substring(0, 16);
  }

  private static List<String> files(SparkSession spark, String path) {
    try {
      Path glob = new Path(path);
      var system = glob.getFileSystem(spark.sessionState().newHadoopConf());
      FileStatus[] found = system.globStatus(glob);
      Deque<FileStatus> open = new ArrayDeque<>(found == null ? List.of() : List.of(found));
      List<String> files = new ArrayList<>();
      while (!open.isEmpty()) {
        FileStatus next = open.pop();
        if (next.isDirectory()) {
          open.addAll(List.of(system.listStatus(next.getPath())));
        } else {
          files.add(next.getPath() + " " + next.getLen() + " " + next.getModificationTime());
        }
      }
      return files;
    } catch (FileNotFoundException absent) {
      return List.of();
    } catch (IOException failure) {
      throw new EnvironmentFailure(
          "The path "
              + path
              + " cannot be listed: "
              + failure.getMessage()
              + ". Check that this user may read it.",
          failure);
    }
  }
}
