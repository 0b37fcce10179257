package dev.dangol.testing;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
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
 * out. A file that was being written then ends in its middle. Other harm can be asked for instead.
 */
public final class CrashingFiles extends RawLocalFileSystem {
  private static final AtomicLong LEFT = new AtomicLong();
  private static final AtomicLong ANSWERS = new AtomicLong();
  private static volatile long begun;
  private static volatile Harm harm = Harm.DEATH;

  /** Harm that is done to operations once so many have been carried out. */
  public enum Harm {
    /** None; operations are counted. */
    NONE,
    /** None that follows is carried out. */
    DEATH,
    /** The disk is full: what is written fails from then on. */
    FULL_DISK,
    /** The user may no longer write. */
    NO_RIGHT,
    /** The next one that changes something is carried out, and reported as failed. */
    LOST_ANSWER
  }

  /** A session whose processes die after so many operations on files. */
  public static SparkSession session(SparkSession spark, long operations) {
    harm = Harm.DEATH;
    LEFT.set(operations);
    SparkSession mortal = spark.newSession();
    mortal.conf().set("fs.file.impl", CrashingFiles.class.getName());
    mortal.conf().set("fs.file.impl.disable.cache", "true");
    return mortal;
  }

  /**
   * Lets every session of a Spark use this file system, and do harm after so many operations.
   *
   * @return the number of operations since harm was last asked for
   */
  public static long harm(SparkSession spark, Harm kind, long operations) {
    long used = begun - LEFT.get();
    harm = kind;
    begun = operations;
    LEFT.set(operations);
    ANSWERS.set(1);
    var conf = spark.sparkContext().hadoopConfiguration();
    conf.set("fs.file.impl", CrashingFiles.class.getName());
    conf.set("fs.file.impl.disable.cache", "true");
    return used;
  }

  /** Gives the local file system of Hadoop back to every session. */
  public static void heal(SparkSession spark) {
    spark.sparkContext().hadoopConfiguration().unset("fs.file.impl");
    spark.sparkContext().hadoopConfiguration().unset("fs.file.impl.disable.cache");
  }

  /** True once an operation was asked for that is not carried out. */
  public static boolean isDead() {
    return LEFT.get() < 0;
  }

  /** An operation that looks. */
  private static void live() throws IOException {
    if (LEFT.decrementAndGet() < 0 && harm == Harm.DEATH) {
      throw new IOException("the process is dead");
    }
  }

  /**
   * An operation that changes something.
   *
   * @return true where it is to be reported as failed once it was carried out
   */
  private static boolean change(Path file) throws IOException {
    long left = LEFT.decrementAndGet();
    if (left >= 0) {
      return false;
    }
    switch (harm) {
      case DEATH -> throw new IOException("the process is dead");
      case FULL_DISK -> throw new IOException("No space left on device");
      case NO_RIGHT -> throw new AccessDeniedException(file.toUri().getPath());
      default -> {
        return harm == Harm.LOST_ANSWER && ANSWERS.decrementAndGet() >= 0;
      }
    }
  }

  private static IOException lost(Path file) {
    return new IOException("the answer was lost: " + file);
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
    creating(file);
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
    creating(file);
    return mortal(file, super.create(file, permission, overwrite, buffer, copies, block, progress));
  }

  /** On a full disk an empty file can still be made. */
  private static void creating(Path file) throws IOException {
    if (harm == Harm.NO_RIGHT) {
      change(file);
    } else {
      live();
    }
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
        boolean lost;
        try {
          lost = change(file);
        } catch (IOException death) {
          CrashingFiles.super.truncate(file, CrashingFiles.super.getFileStatus(file).getLen() / 2);
          throw death;
        }
        if (lost) {
          throw lost(file);
        }
      }
    };
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    boolean lost = change(to);
    boolean renamed = super.rename(from, to);
    if (lost) {
      throw lost(to);
    }
    return renamed;
  }

  @Override
  public boolean delete(Path file, boolean recursive) throws IOException {
    boolean lost = change(file);
    boolean deleted = super.delete(file, recursive);
    if (lost) {
      throw lost(file);
    }
    return deleted;
  }

  @Override
  public boolean mkdirs(Path path) throws IOException {
    boolean lost = change(path);
    boolean made = super.mkdirs(path);
    if (lost) {
      throw lost(path);
    }
    return made;
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    live();
    return super.listStatus(path);
  }
}
