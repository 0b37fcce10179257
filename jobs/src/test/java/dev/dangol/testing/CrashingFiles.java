package dev.dangol.testing;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.apache.spark.sql.SparkSession;

/**
 * File system whose process dies after so many operations: none of those that follow is carried
 * out. A file that was being written then ends in its middle.
 */
public final class CrashingFiles extends RawLocalFileSystem {
  private static final AtomicLong LEFT = new AtomicLong();

  /** A session whose processes die after so many operations on files. */
  public static SparkSession session(SparkSession spark, long operations) {
    LEFT.set(operations);
    SparkSession mortal = spark.newSession();
    mortal.conf().set("fs.file.impl", CrashingFiles.class.getName());
    mortal.conf().set("fs.file.impl.disable.cache", "true");
    return mortal;
  }

  /** True once an operation was asked for that is not carried out. */
  public static boolean isDead() {
    return LEFT.get() < 0;
  }

  private static void live() throws IOException {
    if (LEFT.decrementAndGet() < 0) {
      throw new IOException("the process is dead");
    }
  }

  @Override
  public FSDataInputStream open(Path file, int buffer) throws IOException {
    live();
    return super.open(file, buffer);
  }

  @Override
  public FSDataOutputStream create(
      Path file, boolean overwrite, int buffer, short copies, long block, Progressable progress)
      throws IOException {
    live();
    return mortal(file, super.create(file, overwrite, buffer, copies, block, progress));
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      FsPermission permission,
      boolean overwrite,
      int buffer,
      short copies,
      long block,
      Progressable progress)
      throws IOException {
    live();
    return mortal(file, super.create(file, permission, overwrite, buffer, copies, block, progress));
  }

  /** A stream whose end is an operation of its own: without it half of the file is there. */
  private FSDataOutputStream mortal(Path file, FSDataOutputStream stream) throws IOException {
    return new FSDataOutputStream(stream, null) {
      private boolean closed;

      @Override
      public void close() throws IOException {
        if (closed) {
          return;
        }
        closed = true;
        super.close();
        try {
          live();
        } catch (IOException death) {
          CrashingFiles.super.truncate(file, CrashingFiles.super.getFileStatus(file).getLen() / 2);
          throw death;
        }
      }
    };
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    live();
    return super.rename(from, to);
  }

  @Override
  public boolean delete(Path file, boolean recursive) throws IOException {
    live();
    return super.delete(file, recursive);
  }

  @Override
  public boolean mkdirs(Path path) throws IOException {
    live();
    return super.mkdirs(path);
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    live();
    return super.listStatus(path);
  }
}
