package dev.dangol.store.raw;

import dev.dangol.config.InputSettings;
import dev.dangol.problem.BrokenSource;
import dev.dangol.problem.MissingInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.PartitioningAwareFileIndex;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Lists the files that Spark would read for an input. Hidden files are left out, and of folders
 * within a folder all but those named {@code column=value}, unless the options say otherwise.
 *
 * @param files by path
 * @param roots folders below which the names of folders are partition columns
 */
record FileListing(List<RawFile> files, List<String> roots) {
  private static final String RECURSIVE = "recursiveFileLookup";
  private static final Set<String> NEVER_EMPTY = Set.of("parquet", "avro");

  /**
   * Lists without reading.
   *
   * @throws MissingInput where there is no file
   */
  static FileListing of(SparkSession lenient, InputSettings input) {
    var opened =
        // With a schema given, Spark opens no file to find one.
        RawInput.reader(lenient, input)
            .option(RECURSIVE, "true")
            .schema("value STRING")
            .load(paths(input));
    var index = (PartitioningAwareFileIndex) FileIndexes.of(opened);
    List<String> roots =
        CollectionConverters.asJava(index.rootPaths()).stream().map(Path::toString).toList();
    List<RawFile> files = new ArrayList<>();
    for (FileStatus file : CollectionConverters.asJava(index.allFiles())) {
      if (isData(file.getPath(), roots, input)) {
        refuseEmpty(input, file);
        files.add(
            new RawFile(
                file.getPath().toString(), file.getLen() + " " + file.getModificationTime()));
      }
    }
    if (files.isEmpty()) {
      throw nothingIn(input);
    }
    files.sort(Comparator.comparing(RawFile::path));
    boolean plain = input.has(RECURSIVE) || input.option("basePath").isPresent();
    return new FileListing(List.copyOf(files), plain ? List.of() : roots);
  }

  private static boolean isData(Path file, List<String> roots, InputSettings input) {
    String name = file.getName();
    String folder = String.valueOf(file.getParent());
    return !name.startsWith("_")
        && !name.startsWith(".")
        && (input.has(RECURSIVE)
            || roots.contains(file.toString())
            || roots.contains(folder)
            || roots.stream().anyMatch(root -> isPartitioned(root, folder)));
  }

  private static boolean isPartitioned(String root, String folder) {
    return folder.startsWith(root + "/")
        && Stream.of(folder.substring(root.length() + 1).split("/"))
            .allMatch(name -> name.contains("="));
  }

  static MissingInput nothingIn(InputSettings input) {
    return new MissingInput(
        "there is nothing yet in "
            + String.join(", ", input.paths())
            + ". Run again once it holds data.");
  }

  static MissingInput gone(RawFile file) {
    return new MissingInput(
        "the file "
            + file.path()
            + " has gone since it was listed. Run again once the files stand still.");
  }

  /**
   * The files, as they were listed before.
   *
   * @throws MissingInput where one has gone or changed since
   */
  List<String> require(List<RawFile> wanted) {
    Set<RawFile> there = Set.copyOf(files);
    wanted.stream()
        .filter(file -> !there.contains(file))
        .findFirst()
        .ifPresent(
            file -> {
              throw gone(file);
            });
    return wanted.stream().map(RawFile::path).sorted().toList();
  }

  /** The folder below which folders are partition columns; empty where there is none. */
  Optional<String> base(String path) {
    String folder = path.substring(0, path.lastIndexOf('/'));
    return roots.stream().filter(root -> isPartitioned(root, folder)).findFirst();
  }

  private static String[] paths(InputSettings input) {
    return input.paths().toArray(String[]::new);
  }

  private static void refuseEmpty(InputSettings input, FileStatus file) {
    if (file.getLen() == 0 && NEVER_EMPTY.contains(input.format().toLowerCase(Locale.ROOT))) {
      throw new BrokenSource(
          "the file "
              + file.getPath()
              + " is empty, which no "
              + input.format()
              + " file is. Nothing was published; replace the file and run again.");
    }
  }
}
