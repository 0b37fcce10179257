package dev.dangol.store;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.problem.BadSetting;
import dev.dangol.store.files.DataFileWriter;
import dev.dangol.store.files.WrittenRows;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowOrder;
import dev.dangol.table.Table;
import io.delta.tables.DeltaTable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Lake of Delta tables in one warehouse, with strict columns and idempotent daily writes. A day is
 * replaced in one commit, so that the same day written twice gives the same table.
 */
public final class Lake {
  private static final String ROWS = "rows";

  private final SparkSession spark;
  private final StoreFolder root;
  private final JobJournal journal = new JobJournal();
  private final TableVersions versions;
  private final TableCommits commits;
  private Optional<Lease> lease = Optional.empty();

  public Lake(SparkSession spark, String path) {
    this.spark = spark;
    this.versions = new TableVersions(spark);
    this.root = new StoreFolder(spark, path);
    this.commits = new TableCommits(root, versions);
  }

  public StoreFolder root() {
    return root;
  }

  /**
   * Makes sure that the tables can have a folder.
   *
   * @throws BadSetting where there is a file in its place
   */
  public void requireFolder() {
    if (root.isFile()) {
      throw new BadSetting(
          "warehouse.path is " + root.path() + ", which is a file. Name a folder.");
    }
  }

  /** Lets writes through only while the lease is held, from now on. */
  public void hold(Lease held) {
    lease = Optional.of(held);
  }

  /**
   * Makes sure that the warehouse may be written to.
   *
   * @throws dev.dangol.problem.WarehouseBusy where another run has taken it over
   */
  void requireHeld() {
    lease.ifPresent(Lease::requireHeld);
  }

  /** Any folder, reached with the warehouse's Spark session. */
  public StoreFolder folder(String path) {
    return new StoreFolder(spark, path);
  }

  /** The scratch tables of a running job; one job at a time. */
  public ScratchTables scratch() {
    return new ScratchTables(root.in("_dangol/scratch"));
  }

  /** The reads and writes since the last job began. */
  public JobJournal journal() {
    return journal;
  }

  /** The table's newest version, whether its run has finished or not; empty where there is none. */
  public Dataset<Row> read(Table table) {
    return read(table, ReplacedSlice.everything());
  }

  /** The rows of a small table's newest version; none where there is no table. */
  public List<Row> collect(Table table) {
    OptionalLong version = version(table);
    if (version.isEmpty()) {
      return List.of();
    }
    journal.noteRead(table);
    return versions.collect(path(table), version.getAsLong());
  }

  private Dataset<Row> read(Table table, ReplacedSlice slice) {
    journal.noteRead(table);
    OptionalLong version = version(table);
    return version.isPresent()
        ? versions.read(path(table), version.getAsLong(), slice)
        : none(table);
  }

  /** The table without a row. */
  public Dataset<Row> none(Table table) {
    return of(table, List.of());
  }

  /** Rows made by hand, for a table. */
  public Dataset<Row> of(Table table, List<Row> rows) {
    return spark.createDataFrame(rows, table.schema());
  }

  /** One day's slice of a daily table. */
  public Dataset<Row> readDay(Table table, AsOf asOf) {
    return read(table, ReplacedSlice.of(asOf));
  }

  /** The table as it was at a version. */
  public Dataset<Row> readVersion(Table table, long version) {
    return versions.read(path(table), version);
  }

  /** The rows of the newest version in parts by customer, sorted inside. */
  Dataset<Row> readInOrder(Table table, RowOrder order, int parts) {
    journal.noteRead(table);
    return versions.readInOrder(path(table), version(table).orElseThrow(), order, parts);
  }

  /** A version of the table, as its log describes it. */
  TableVersion describe(Table table, long version) {
    return versions.version(path(table), version);
  }

  /** Replaces one day's slice of a daily table; an empty set of rows empties the day. */
  public void replaceDay(Table table, Dataset<Row> rows, AsOf asOf) {
    write(table, rows, ReplacedSlice.of(asOf));
  }

  /**
   * Replaces what one job says of a day in a table that several jobs write. The other jobs' rows
   * stay; those of the day that no job is noted for, as in tables of the first version, go.
   */
  public void replaceDayOf(Table table, Dataset<Row> rows, AsOf asOf, String job) {
    write(table, rows, ReplacedSlice.of(asOf, job));
  }

  /** Replaces every row of a table. */
  public void replaceAll(Table table, Dataset<Row> rows) {
    write(table, rows, ReplacedSlice.everything());
  }

  /** Adds rows to a table that only grows. */
  public void append(Table table, Dataset<Row> rows) {
    write(table, rows, ReplacedSlice.nothing());
  }

  /** Removes the rows for which the condition is true. */
  public void delete(Table table, Column condition) {
    requireHeld();
    DeltaTable.forPath(spark, path(table)).delete(condition);
    journal.noteWrite(table, version(table).orElseThrow(), 0);
  }

  /** Takes the table back to a version, as a new version of its own. */
  public void restore(Table table, long version) {
    requireHeld();
    DeltaTable.forPath(spark, path(table)).restoreToVersion(version);
  }

  /** Writes a version's whole state beside the log, which then does not need older entries. */
  void checkpoint(Table table, long version) {
    versions.checkpoint(path(table), version);
  }

  public boolean exists(Table table) {
    return version(table).isPresent();
  }

  /** The newest version, by the names of the commits in its log; empty where there is no table. */
  public OptionalLong version(Table table) {
    return root.in(table.name() + "/_delta_log").names().stream()
        .filter(name -> name.matches("\\d{20}\\.json"))
        .mapToLong(name -> Long.parseLong(name.substring(0, 20)))
        .max();
  }

  public String path(Table table) {
    return root.path() + "/" + table.name();
  }

  /** Writes the rows as files, then names these in the table's log. */
  private void write(Table table, Dataset<Row> rows, ReplacedSlice slice) {
    write(table, rows, slice, Optional.empty());
  }

  /** The same, of rows that come in buckets where some are given. */
  void write(Table table, Dataset<Row> rows, ReplacedSlice slice, Optional<TableBuckets> buckets) {
    Dataset<Row> conformed = DeclaredRows.of(table, rows);
    TableVersion before = ready(table);
    if (!before.takesFiles(table)) {
      writeByDelta(table, conformed, slice);
      return;
    }
    WrittenRows written =
        new DataFileWriter(table, before.snapshot().getPath(), buckets.map(TableBuckets::spec))
            .write(conformed);
    CommitNote note = CommitNote.of(journal.author(), written.count());
    requireHeld();
    TableChange change = TableChange.of(table, slice, written, note).into(buckets);
    TableVersion after = commits.commit(table, before, change);
    journal.noteWrite(table, after.number(), written.count());
  }

  /** Writes to a table that another program changed so that files alone no longer make its rows. */
  private void writeByDelta(Table table, Dataset<Row> rows, ReplacedSlice slice) {
    RowCounters tally = new RowCounters();
    Dataset<Row> counted = tally.on(rows, count(lit(1)).as(ROWS));
    requireHeld();
    DataFrameWriter<Row> writer = counted.write().format("delta");
    slice.condition().ifPresent(condition -> writer.option("replaceWhere", condition));
    writer.mode(slice.adds() ? SaveMode.Append : SaveMode.Overwrite).save(path(table));
    journal.noteWrite(table, version(table).orElseThrow(), tally.count(ROWS));
  }

  /** The table's newest version, with the columns that are declared. */
  private TableVersion ready(Table table) {
    OptionalLong version = version(table);
    if (version.isEmpty()) {
      return commits.create(table, CommitNote.of(journal.author(), 0));
    }
    TableVersion stored = versions.version(path(table), version.getAsLong());
    boolean changed = new SchemaEvolution(spark, path(table)).evolve(stored.schema(), table);
    return changed ? versions.version(path(table), version(table).orElseThrow()) : stored;
  }
}
