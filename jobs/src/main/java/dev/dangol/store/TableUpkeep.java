package dev.dangol.store;

import dev.dangol.store.TableVersion.LiveFile;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import io.delta.tables.DeltaTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Upkeep of stored tables: small files put together, and files and log entries removed that only
 * old versions need. Tables that another program made unreadable without Delta for Spark are left
 * alone.
 *
 * <p>Source: Delta Transaction Log Protocol, "Checkpoints" and "Data Files".
 */
public final class TableUpkeep {
  /** A file of this size is read as quickly as it would be as part of a larger one. */
  private static final long SMALL_BYTES = 16L << 20;

  /** So many small files of one day take longer to open than to read. */
  private static final int MANY = 8;

  private static final String OPTIMIZE = "spark.databricks.delta.optimize.";

  private final SparkSession spark;
  private final Lake lake;
  private final TableErasure erasure;

  public TableUpkeep(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
    this.erasure = new TableErasure(spark, lake);
  }

  /** The days that a daily table has rows of. */
  public SortedSet<LocalDate> days(Table table) {
    return live(table).stream()
        .map(file -> Optional.ofNullable(file.partitionValues().get(SharedColumns.AS_OF.name())))
        .flatMap(Optional::stream)
        .map(LocalDate::parse)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The number of small files that can be put together; 0 for few, or where rows lie in order. */
  public long scattered(Table table) {
    Optional<TableVersion> newest = newest(table);
    if (newest.flatMap(TableBuckets::declared).isPresent()) {
      return 0;
    }
    Map<Map<String, String>, Long> small =
        live(table).stream()
            .filter(file -> file.status().getLen() < SMALL_BYTES)
            .collect(Collectors.groupingBy(LiveFile::partitionValues, Collectors.counting()));
    return small.values().stream().filter(n -> n >= MANY).mapToLong(Long::longValue).sum();
  }

  /** Puts small files together in one version with the same rows. */
  public void merge(Table table) {
    lake.requireHeld();
    spark.conf().set(OPTIMIZE + "minFileSize", SMALL_BYTES);
    spark.conf().set(OPTIMIZE + "maxFileSize", 8 * SMALL_BYTES);
    try {
      DeltaTable.forPath(spark, lake.path(table)).optimize().executeCompaction();
    } finally {
      spark.conf().unset(OPTIMIZE + "minFileSize");
      spark.conf().unset(OPTIMIZE + "maxFileSize");
    }
  }

  /**
   * The rest of old versions. A version stays readable that is published or newer, or was the
   * newest at a moment or after it.
   *
   * @param published the version that readers are shown
   * @param moment since when
   */
  public OldVersions old(Table table, long published, Instant moment) {
    if (newest(table).flatMap(TableVersion::files).isEmpty()) {
      return new OldVersions(0, List.of(), List.of());
    }
    StoreFolder log = lake.root().in(table.name() + "/" + TableErasure.LOG);
    List<String> names = log.names();
    long from = keptFrom(log, names, published, moment);
    List<String> entries =
        names.stream()
            .sorted()
            .filter(name -> TableErasure.versionOf(name).orElse(Long.MAX_VALUE) < from)
            .toList();
    Set<String> needed = needed(table, from);
    List<String> files =
        lake.root().in(table.name()).deepFiles().entrySet().stream()
            .filter(file -> !file.getValue().isAfter(moment))
            .map(Map.Entry::getKey)
            .filter(path -> TableErasure.isData(path) && !needed.contains(TableErasure.file(path)))
            .toList();
    return new OldVersions(from, files, entries);
  }

  /** Removes the rest of old versions: the entries of the log first, of these the oldest. */
  public void remove(Table table, OldVersions old) {
    lake.requireHeld();
    StoreFolder folder = lake.root().in(table.name());
    if (!old.entries().isEmpty()) {
      erasure.cutLog(table, old.keptFrom());
    }
    old.files().forEach(folder::delete);
  }

  /** The newest version that was committed by then, or the oldest; the published one at most. */
  private static long keptFrom(
      StoreFolder log, List<String> names, long published, Instant moment) {
    long oldest = published;
    for (String name : names.stream().sorted(Comparator.reverseOrder()).toList()) {
      if (name.matches("\\d{20}\\.json")) {
        oldest = Math.min(published, Long.parseLong(name.substring(0, 20)));
        if (log.written(name).filter(time -> !time.isAfter(moment)).isPresent()) {
          return oldest;
        }
      }
    }
    return oldest;
  }

  /** The names of the files of every version from one on. */
  private Set<String> needed(Table table, long from) {
    Set<String> needed = new HashSet<>();
    for (long version = from; version <= lake.version(table).orElseThrow(); version++) {
      names(lake.describe(table, version)).forEach(needed::add);
    }
    return needed;
  }

  private static Stream<String> names(TableVersion version) {
    Function<LiveFile, String> name = file -> file.status().getPath().getName();
    return version.files().orElseThrow().stream().map(name);
  }

  private List<LiveFile> live(Table table) {
    return newest(table).flatMap(TableVersion::files).orElse(List.of());
  }

  private Optional<TableVersion> newest(Table table) {
    var number = lake.version(table);
    return number.isPresent()
        ? Optional.of(lake.describe(table, number.getAsLong()))
        : Optional.empty();
  }
}
