package dev.dangol.store;

import dev.dangol.problem.EnvironmentFailure;
import dev.dangol.store.log.ConditionalWrite;
import dev.dangol.store.log.LogStores;
import dev.dangol.store.log.StoreProbe;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Folder on any file system that Spark can reach, and the small files in it. */
public final class StoreFolder {
  private final Configuration conf;
  private final Path path;

  public StoreFolder(SparkSession spark, String path) {
    this(spark.sessionState().newHadoopConf(), path);
  }

  public StoreFolder(Configuration conf, String path) {
    this.conf = conf;
    this.path = absolute(new Path(path));
  }

  /** Delta takes absolute paths only. */
  private Path absolute(Path given) {
    try {
      Path whole = given.getFileSystem(conf).makeQualified(given);
      return "file".equals(whole.toUri().getScheme()) ? new Path(whole.toUri().getPath()) : whole;
    } catch (IOException failure) {
      throw new EnvironmentFailure(
          "The folder "
              + given
              + " cannot be reached: "
              + failure.getMessage()
              + ". Check its name and the file system's settings.",
          failure);
    }
  }

  public String path() {
    return path.toString();
  }

  /** Its address, with the scheme and host of a store that is not this disk. */
  public URI address() {
    return path.toUri();
  }

  public StoreFolder in(String child) {
    return new StoreFolder(conf, new Path(path, child).toString());
  }

  /** The names of its files and folders; none where the folder does not exist. */
  public List<String> names() {
    try {
      List<String> names = new ArrayList<>();
      for (FileStatus status : files().listStatus(path)) {
        names.add(status.getPath().getName());
      }
      return names;
    } catch (FileNotFoundException absent) {
      return List.of();
    } catch (IOException failure) {
      throw failure("listed", failure);
    }
  }

  /** The size of the files in it. */
  long bytes() {
    try {
      return Stream.of(files().listStatus(path)).mapToLong(FileStatus::getLen).sum();
    } catch (IOException failure) {
      throw failure("listed", failure);
    }
  }

  /** All files in it and in the folders below: the path of each, relative to it, and its time. */
  public SortedMap<String, Instant> deepFiles() {
    try {
      return DeepListing.of(files(), path);
    } catch (FileNotFoundException absent) {
      return Collections.emptySortedMap();
    } catch (IOException failure) {
      throw failure("listed", failure);
    }
  }

  /** True where there is a file at the folder's own path. */
  public boolean isFile() {
    try {
      return files().exists(path) && files().getFileStatus(path).isFile();
    } catch (IOException failure) {
      throw failure("looked at", failure);
    }
  }

  /** Makes the folder, and those above it, where they are missing. */
  public void make() {
    try {
      if (!files().mkdirs(path)) {
        throw new IOException("the folder could not be made");
      }
    } catch (IOException failure) {
      throw failure("written to", failure);
    }
  }

  /**
   * Writes a file only where there is none of that name: true for the one who made it. The text
   * must be one that nobody else writes.
   */
  public boolean claim(String name, String text) {
    try {
      return ConditionalWrite.create(
          files(), new Path(path, name), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw failure("written to", failure);
    }
  }

  /** Makes sure, by writing to it, that the store lets only one writer {@link #claim} a file. */
  public void requireClaims() {
    try {
      StoreProbe.require(files(), path);
    } catch (IOException failure) {
      throw failure("written to", failure);
    }
  }

  /** Makes sure that the log store of tables in it loses no commit. */
  public void requireLogStore() {
    LogStores.require(conf, path);
  }

  /** The class that writes the log of tables in it; empty on a local disk. */
  public Optional<String> logStore() {
    return path.toUri().getScheme() == null
        ? Optional.empty()
        : Optional.of(LogStores.name(conf, path));
  }

  /** Writes a file, in place of any that was there. */
  public void write(String name, String text) {
    try (OutputStream out = files().create(new Path(path, name), true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw failure("written to", failure);
    }
  }

  public Optional<String> text(String name) {
    try (var in = files().open(new Path(path, name))) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException absent) {
      return Optional.empty();
    } catch (IOException failure) {
      throw failure("read", failure);
    }
  }

  /** The time that the store gave a file when it was written; empty where there is none. */
  public Optional<Instant> written(String name) {
    try {
      return Optional.of(
          Instant.ofEpochMilli(files().getFileStatus(new Path(path, name)).getModificationTime()));
    } catch (FileNotFoundException absent) {
      return Optional.empty();
    } catch (IOException failure) {
      throw failure("read", failure);
    }
  }

  /** Removes the folder with everything in it, where there is one. */
  public void deleteAll() {
    try {
      files().delete(path, true);
    } catch (IOException failure) {
      throw failure("removed", failure);
    }
  }

  public void delete(String name) {
    try {
      files().delete(new Path(path, name), false);
    } catch (IOException failure) {
      throw failure("written to", failure);
    }
  }

  /** The folder as Hadoop names it. */
  Path place() {
    return path;
  }

  FileSystem files() throws IOException {
    FileSystem files = path.getFileSystem(conf);
    return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
  }

  EnvironmentFailure failure(String verb, IOException failure) {
    return new EnvironmentFailure(
        "The folder "
            + path
            + " cannot be "
            + verb
            + ": "
            + failure.getMessage()
            + ". Check that it exists, has room and may be used by this user.",
        failure);
  }
}
