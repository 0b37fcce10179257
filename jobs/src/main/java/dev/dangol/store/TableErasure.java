package dev.dangol.store;

import dev.dangol.table.Field;
import dev.dangol.table.Table;
import io.delta.tables.DeltaTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.functions;

/**
 * Erases rows from tables so that nothing of them stays on disk. They are deleted from the present
 * version, then from the files of every version before it, then from the log.
 */
public final class TableErasure {
  static final String LOG = "_delta_log";
  private static final Pattern VERSIONED = Pattern.compile("\\.?(\\d{20})\\..*");

  /** A data file, or the checksum that some file systems keep beside it. */
  private static final Pattern DATA = Pattern.compile("(?:.*/)?\\.?([^/]+\\.parquet)(\\.crc)?");

  private final SparkSession spark;
  private final Lake lake;

  public TableErasure(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /** Deletes rows from the present version. */
  public void delete(Table table, Column which) {
    lake.requireHeld();
    DeltaTable.forPath(spark, lake.path(table)).delete(which);
  }

  /** Empties a cell of some rows in the present version. */
  public void empty(Table table, Field field, Column which) {
    lake.requireHeld();
    Column nothing = functions.lit(null).cast(field.type());
    DeltaTable.forPath(spark, lake.path(table)).update(which, Map.of(field.name(), nothing));
  }

  /**
   * Removes every file that the present version does not need, and with them all versions before
   * it. Where there is none, nothing is done: a purge that was cut short resumes where it ended.
   *
   * @return how many data files were removed
   */
  public long purge(Table table) {
    StoreFolder folder = lake.root().in(table.name());
    Set<String> needed = neededColumns(table);
    List<String> gone =
        folder.deepFiles().keySet().stream()
            .filter(name -> isData(name) && !needed.contains(file(name)))
            .toList();
    if (!gone.isEmpty()) {
      lake.requireHeld();
      cutLog(table, lake.version(table).orElseThrow());
      gone.forEach(folder::delete);
    }
    return gone.stream().map(TableErasure::file).distinct().count();
  }

  /** Starts the log at a version: older entries may describe rows that are gone. */
  void cutLog(Table table, long from) {
    lake.checkpoint(table, from);
    StoreFolder folder = lake.root().in(table.name() + "/" + LOG);
    folder.names().stream()
        .filter(name -> versionOf(name).orElse(Long.MAX_VALUE) < from)
        .sorted()
        .forEach(folder::delete);
    DeltaLog.invalidateCache(spark, new Path(lake.path(table)));
  }

  private Set<String> neededColumns(Table table) {
    String[] files = lake.read(table).inputFiles();
    return Arrays.stream(files).map(TableErasure::file).collect(Collectors.toSet());
  }

  /** The version that a file of a log belongs to. */
  static OptionalLong versionOf(String name) {
    Matcher versioned = VERSIONED.matcher(name);
    return versioned.matches()
        ? OptionalLong.of(Long.parseLong(versioned.group(1)))
        : OptionalLong.empty();
  }

  static boolean isData(String path) {
    return !path.startsWith(LOG) && DATA.matcher(path).matches();
  }

  /** The name of a data file, also of its checksum. */
  static String file(String path) {
    return DATA.matcher(path).replaceFirst("$1");
  }
}
