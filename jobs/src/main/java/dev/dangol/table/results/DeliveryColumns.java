package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.RunColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of the ledger of exported files. */
public final class DeliveryColumns {
  public static final Field TARGET =
      Field.text("target", "The target, as export.targets names it.").asRequired();
  public static final Field GROUP =
      Field.text(
              "cohort",
              "The cohort whose members the file holds; for a segment its id, for a predicate the"
                  + " target.")
          .asRequired();
  public static final Field FILE = Field.text("file", "The file's name.").asRequired();
  public static final Field PATH = Field.text("path", "The file's path.").asRequired();
  public static final Field EXPORTED_DAY =
      Field.day("as_of", "The day whose tables the file was made from.").asRequired();
  public static final Field KIND =
      Field.text(
              "kind",
              "full: everybody; added and removed: rows that the file delivered before has not, and"
                  + " its rows that are no more in the full one; suppressed: addresses that may no"
                  + " longer be written to.")
          .asRequired();
  public static final Field ROWS = Field.count("rows", "Rows of the file.").asRequired();
  public static final Field SHA256 =
      Field.text("sha256", "SHA-256 of the file's bytes, in hexadecimal.").asRequired();
  public static final Field HELD_BACK =
      Field.counts(
          "held_back",
          "Customers of the cohort who are not in the full file, by reason; null for other files.");
  public static final Field EXPIRES_ON =
      Field.day(
              "expires_on",
              "The first day on which dangol maintain removes the file, unless no later one was"
                  + " delivered to the target.")
          .asRequired();

  public static final Table TABLE =
      new Table(
          "exports",
          "A file of customers that was written whole for a target.",
          List.of(RunColumns.RUN, TARGET, GROUP, FILE),
          List.of(
              RunColumns.RUN,
              TARGET,
              GROUP,
              FILE,
              PATH,
              EXPORTED_DAY,
              KIND,
              ROWS,
              SHA256,
              HELD_BACK,
              EXPIRES_ON));

  private DeliveryColumns() {}
}
