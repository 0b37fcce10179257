package dev.dangol.store;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import dev.dangol.problem.EnvironmentFailure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.sql.SparkSession;

/** Folder on any file system that Spark can reach, and the small files in it. */
public final class StoreFolder {
  private final SparkSession spark;
  private final Path path;

  public StoreFolder(SparkSession spark, String path) {
    this.spark = spark;
    this.path = absolute(new Path(path));
  }

  /** Delta takes absolute paths only. */
  private Path absolute(Path given) {
    try {
      Path whole = given.getFileSystem(spark.sessionState().newHadoopConf()).makeQualified(given);
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

  public StoreFolder in(String child) {
    return new StoreFolder(spark, new Path(path, child).toString());
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

  /** The paths of all files in it and in the folders below, each relative to it. */
  public List<String> deepNames() {
    List<String> names = new ArrayList<>();
    try {
      var all = files().listFiles(path, true);
      while (all.hasNext()) {
        names.add(path.toUri().relativize(plain(all.next().getPath())).getPath());
      }
      return names;
    } catch (FileNotFoundException absent) {
      return List.of();
    } catch (IOException failure) {
      throw failure("listed", failure);
    }
  }

  private java.net.URI plain(Path file) {
    return path.toUri().getScheme() == null
        ? new Path(file.toUri().getPath()).toUri()
        : file.toUri();
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

  /** Writes a file only where there is none of that name: true for the one who made it. */
  public boolean claim(String name, String text) {
    try {
      claim(new Path(path, name), text.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (FileAlreadyExistsException | java.nio.file.FileAlreadyExistsException taken) {
      return false;
    } catch (IOException failure) {
      throw failure("written to", failure);
    }
  }

  /** Hadoop looks for a local file first and makes it then: two processes could both succeed. */
  private void claim(Path file, byte[] content) throws IOException {
    if (files() instanceof RawLocalFileSystem) {
      Files.write(java.nio.file.Path.of(file.toUri().getPath()), content, CREATE_NEW);
      return;
    }
    try (OutputStream out = files().create(file, false)) {
      out.write(content);
    }
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

  /** Removes the folder with everything in it, where there is one. */
  public void deleteAll() {
    try {
      files().delete(path, true);
    } catch (IOException failure) {
      throw failure("removed", failure);
    }
  }

  /** Renames a file: true for the one who did it, false where it was gone already. */
  public boolean rename(String from, String to) {
    try {
      return files().rename(new Path(path, from), new Path(path, to));
    } catch (FileNotFoundException absent) {
      return false;
    } catch (IOException failure) {
      throw failure("written to", failure);
    }
  }

  public void delete(String name) {
    try {
      files().delete(new Path(path, name), false);
    } catch (IOException failure) {
      throw failure("written to", failure);
    }
  }

  private FileSystem files() throws IOException {
    FileSystem files = path.getFileSystem(spark.sessionState().newHadoopConf());
    return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
  }

  private EnvironmentFailure failure(String verb, IOException failure) {
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
