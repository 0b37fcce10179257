package dev.dangol.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** Columns of the tables that record runs, their checks and rejected rows. */
public final class RunColumns {
  public static final Field SOURCE = Field.text("source", "The source.").asRequired();
  public static final Field REASON =
      Field.text("reason", "Why the row was rejected: the column, the rule and the value.")
          .asRequired();
  public static final Field COLUMN =
      Field.text("column", "The canonical column at fault; null for the whole row.");
  public static final Field RAW =
      Field.text("raw", "The raw row as JSON; of a row in the future its canonical columns.");

  public static final Field MEASURE =
      Field.text("measure", "The measure, as table.column or table.").asRequired();
  public static final Field WHY_NOT =
      Field.text("reason", "Which source or column is missing.").asRequired();

  public static final Field CHECK = Field.text("check", "What was checked.").asRequired();
  public static final Field CHECK_VALUE = Field.number("value", "What was found.");
  public static final Field BOUND = Field.number("bound", "What is allowed; null for no bound.");
  public static final Field PASSED =
      Field.flag(
          "passed", "True where the bound holds; null for no bound: measured, and never failing.");

  public static final Field RUN = Field.text("run", "The run's id.").asRequired();
  public static final Field JOB =
      Field.text("job", "The job; run for the line that makes a whole run's tables visible.")
          .asRequired();
  public static final Field STATUS =
      Field.text(
              "status",
              "complete: done, not visible yet; published: done, and its table versions are what"
                  + " readers see; failed: its tables were left as they were.")
          .asRequired();
  public static final Field STARTED =
      Field.instant("started", "When the job started.").asRequired();
  public static final Field SECONDS = Field.number("seconds", "How long it took.").asRequired();
  public static final Field ROWS_IN = Field.count("rows_in", "Rows read.");
  public static final Field ROWS_OUT = Field.count("rows_out", "Rows written.");
  public static final Field COUNTS =
      counts(
          "counts",
          "Rows read, used, quarantined, duplicate and left out undecided by source, and rows written by table.");
  public static final Field INPUT_VERSIONS =
      Field.texts("input_versions", "A fingerprint of each input: its files or its table version.");
  public static final Field TABLE_VERSIONS =
      counts("table_versions", "The Delta version of each table it wrote.");
  public static final Field CONFIG_HASH =
      Field.text("config_hash", "A fingerprint of the settings.").asRequired();
  public static final Field SEED =
      Field.count("seed", "The seed of everything random.").asRequired();
  public static final Field SOFTWARE_VERSION =
      Field.text("software_version", "The version of Dangol.").asRequired();

  public static final Table QUARANTINE =
      new Table(
          "quarantine",
          "A row that a source delivered and that could not be used.",
          List.of(),
          List.of(SharedColumns.AS_OF, SOURCE, REASON, COLUMN, RAW));
  public static final Table NOT_MEASURED =
      new Table(
          "not_measured",
          "A measure that could not be computed, and why.",
          List.of(SharedColumns.AS_OF, SharedColumns.OWNING_JOB, MEASURE),
          List.of(SharedColumns.AS_OF, SharedColumns.OWNING_JOB, MEASURE, WHY_NOT));
  public static final Table QUALITY_CHECKS =
      new Table(
          "quality_checks",
          "A check of the data and what it found.",
          List.of(SharedColumns.AS_OF, SharedColumns.OWNING_JOB, CHECK),
          List.of(
              SharedColumns.AS_OF, SharedColumns.OWNING_JOB, CHECK, CHECK_VALUE, BOUND, PASSED));
  public static final Table RUNS =
      new Table(
          "runs",
          "A job of a run: when, on what, and what came of it.",
          List.of(RUN, JOB, STATUS),
          List.of(
              RUN,
              JOB,
              new Field("as_of", DataTypes.DateType, false, "The as-of day of the run."),
              STATUS,
              STARTED,
              SECONDS,
              ROWS_IN,
              ROWS_OUT,
              COUNTS,
              INPUT_VERSIONS,
              TABLE_VERSIONS,
              CONFIG_HASH,
              SEED,
              SOFTWARE_VERSION));

  private RunColumns() {}

  private static Field counts(String name, String meaning) {
    return new Field(
        name, DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType), false, meaning);
  }
}
