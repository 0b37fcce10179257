package dev.dangol.store.log;

import dev.dangol.problem.EnvironmentFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * Probe of a store: a file is written twice on the condition that there is none. A store that lets
 * the second one through would let runs write over each other.
 */
public final class StoreProbe {
  private StoreProbe() {}

  /**
   * Makes sure that a store refuses a second writer of the same file.
   *
   * @param folder the folder that the probe is written to; it is removed again
   * @throws EnvironmentFailure where the store does not refuse
   */
  public static void require(FileSystem files, Path folder) throws IOException {
    if (files instanceof RawLocalFileSystem) {
      return;
    }
    if (ConditionalWrite.isMissing(files, folder)) {
      throw unsafe(
          folder, "its file system does not offer " + ConditionalWrite.CONDITION + ", as s3a does");
    }
    Path probe = new Path(folder, "probe-" + UUID.randomUUID());
    try {
      if (!isRefusedTwice(files, probe)) {
        throw unsafe(folder, "it let a second file of the same name through");
      }
    } finally {
      files.delete(probe, false);
    }
  }

  private static boolean isRefusedTwice(FileSystem files, Path probe) throws IOException {
    try {
      return ConditionalWrite.create(files, probe, bytes("first"))
          && !ConditionalWrite.create(files, probe, bytes("second"));
    } catch (IOException failure) {
      String text = String.valueOf(failure.getMessage());
      if (text.contains("NotImplemented") || text.contains("Status Code: 501")) {
        return false;
      }
      throw failure;
    }
  }

  private static EnvironmentFailure unsafe(Path folder, String why) {
    return new EnvironmentFailure(
        "The store of "
            + folder
            + " cannot refuse a second writer of the same file ("
            + why
            + "), so two runs could lose each other's work. Use a store with conditional writes,"
            + " such as those that docs/stores.md lists, through s3a of Hadoop 3.4.2 or later.");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
