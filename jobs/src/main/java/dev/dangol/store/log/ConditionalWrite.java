package dev.dangol.store.log;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * Conditional write: makes a file that was not there, and of several writers only one succeeds. On
 * a local disk and on HDFS making a file is such a write. On an object store it is one PUT with a
 * condition ({@code If-None-Match: *}), which the store itself refuses to all but the first.
 */
public final class ConditionalWrite {
  static final String CONDITION =
      Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;

  /** Schemes of stores where making a file without a condition looks first and writes then. */
  private static final Set<String> OBJECT_STORES =
      Set.of("s3", "s3a", "s3n", "oss", "cosn", "obs", "swift");

  private static final int ATTEMPTS = 5;
  private static final long PAUSE_NANOS = 50_000_000;

  private ConditionalWrite() {}

  /**
   * Writes a file where there is none of that name.
   *
   * <p>A file with the same content counts as made by this writer: it is their own attempt, whose
   * answer was lost. So the content must be one that nobody else writes.
   *
   * @return true for the one writer who made it
   * @throws IOException where it is unknown whether the file was made, or the store cannot do this
   */
  public static boolean create(FileSystem files, Path file, byte[] content) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        make(files, file, content);
        return true;
      } catch (IOException refused) {
        byte[] there = contentAfter(refused, files, file);
        if (there != null) {
          return Arrays.equals(there, content);
        }
        if (attempt == ATTEMPTS || !isConflict(refused)) {
          throw refused;
        }
        LockSupport.parkNanos(PAUSE_NANOS * attempt);
      }
    }
  }

  /** True where files appear whole, and only for the first of several writers. */
  static boolean isOffered(FileSystem files, Path file) throws IOException {
    return files.hasPathCapability(file, CONDITION);
  }

  /** True for a store of which nobody knows whether it refuses a second writer. */
  static boolean isMissing(FileSystem files, Path file) throws IOException {
    String scheme = files.getUri().getScheme().toLowerCase(Locale.ROOT);
    return OBJECT_STORES.contains(scheme) && !isOffered(files, file);
  }

  private static void make(FileSystem files, Path file, byte[] content) throws IOException {
    if (files instanceof RawLocalFileSystem) {
      // Hadoop looks for a local file first and makes it then: two processes could both succeed.
      Files.write(java.nio.file.Path.of(file.toUri().getPath()), content, CREATE_NEW);
      return;
    }
    if (isMissing(files, file)) {
      throw new IOException(
          files.getUri().getScheme() + " cannot write on the condition that there is no " + file);
    }
    try (OutputStream out =
        isOffered(files, file) ? conditional(files, file) : files.create(file, false)) {
      out.write(content);
    }
  }

  private static OutputStream conditional(FileSystem files, Path path) throws IOException {
    FSDataOutputStreamBuilder<?, ?> file = files.createFile(path);
    file.overwrite(true);
    file.recursive();
    file.must(CONDITION, true);
    return file.build();
  }

  /** The content that stands there although writing failed; null where there is no file. */
  private static byte[] contentAfter(IOException refused, FileSystem files, Path file)
      throws IOException {
    try (var in = files.open(file)) {
      return in.readAllBytes();
    } catch (FileNotFoundException absent) {
      return null;
    } catch (IOException unreadable) {
      refused.addSuppressed(unreadable);
      throw refused;
    }
  }

  /** A store may refuse all who write at one moment, and a rival may have taken theirs back. */
  private static boolean isConflict(IOException refused) {
    String text = String.valueOf(refused.getMessage());
    return text.contains("Status Code: 409") || text.contains("Status Code: 412");
  }
}
