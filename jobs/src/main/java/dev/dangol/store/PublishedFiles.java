package dev.dangol.store;

import dev.dangol.problem.EnvironmentFailure;
import dev.dangol.store.TableVersion.LiveFile;
import dev.dangol.table.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Data files of the published tables, for readers without Spark. They hold the rows that the last
 * finished run published, however many runs have begun since.
 */
public final class PublishedFiles {
  private final Lake lake;
  private final Map<String, Long> versions;

  public PublishedFiles(Lake lake) {
    this.lake = lake;
    this.versions = Ledger.of(lake).publishedVersions();
  }

  /**
   * Files of one table.
   *
   * @param folder the table's folder
   */
  public record PublishedTable(Table table, long version, String folder, List<DataFile> files) {
    public PublishedTable {
      files = List.copyOf(files);
    }
  }

  /**
   * Parquet file of a table.
   *
   * @param partition the values, as text, of the columns that stand in the file's path alone
   */
  public record DataFile(String path, long bytes, Map<String, String> partition) {}

  /**
   * The files of a table, by path; empty where it is not published yet.
   *
   * @throws EnvironmentFailure where another program changed the table, so that its files alone do
   *     not hold its rows
   */
  public Optional<PublishedTable> of(Table table) {
    Optional<Long> number = Optional.ofNullable(versions.get(table.name()));
    return number.map(published -> of(table, lake.describe(table, published)));
  }

  private static PublishedTable of(Table table, TableVersion version) {
    List<LiveFile> files =
        version
            .files()
            .orElseThrow(
                () ->
                    new EnvironmentFailure(
                        "The table "
                            + table.name()
                            + " was changed by another program, so that its files alone do not hold"
                            + " its rows. Read it with Delta for Spark."));
    return new PublishedTable(
        table,
        version.number(),
        version.root().toString(),
        files.stream()
            .map(
                file ->
                    new DataFile(
                        file.status().getPath().toString(),
                        file.status().getLen(),
                        new TreeMap<>(file.partitionValues())))
            .sorted(Comparator.comparing(DataFile::path))
            .toList());
  }
}
