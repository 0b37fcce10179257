package dev.dangol.table;

import static org.apache.spark.sql.functions.not;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructType;

/** Columns that rows carry between the raw files and the clean tables, and nowhere else. */
public final class IngestColumns {
  /** Its type is that of the source's raw columns. */
  public static final Field RAW_ROW =
      new Field("_raw_row", new StructType(), false, "The raw row, direct identifiers hidden.");

  public static final Field MALFORMED =
      Field.flag("_malformed", "True for a line that the reader could not parse.");
  public static final Field UNDECIDED =
      Field.flag("_undecided", "True where the source's where is neither true nor false.");
  public static final Field UNKNOWN_EVENT =
      Field.flag("_unknown_event", "True for an event whose name is not known.");
  public static final Field FAULT_COLUMN =
      Field.text("rejected_column", "The canonical column at fault; null for the whole row.");
  public static final Field FAULT =
      Field.text("rejected_for", "Why the row is rejected; null where it is accepted.");
  public static final Field FUTURE =
      Field.flag("_future", "True where the row is rejected for lying in the future.");
  public static final Field EVENT_KEY =
      Field.text(
          "_event_key", "The key that identifies an event: the row's own id, else its content.");
  public static final Field HAS_ID = Field.flag("_has_id", "True where the row has its own id.");
  public static final Field CONTENT =
      Field.text("row_content", "A fingerprint of the row's content.");
  public static final Field OCCURRENCE =
      Field.count("_occurrence", "1 for the row that counts, 2 and more for its repetitions.");

  public static final Field FAULT_VALUE =
      Field.text("rejected_value", "The value at fault; null where there is none or it is hidden.");
  public static final Field ORIGIN =
      Field.text("row_origin", "The file that the row was read from, or its position in a table.");

  public static final Field BOUGHT_ON = Field.day("_bought_on", "A day with a purchase.");

  /** The columns kept of a row as it was read, besides its canonical columns. */
  public static final List<Field> LANDED =
      List.of(FAULT, FAULT_COLUMN, FAULT_VALUE, RunColumns.RAW, CONTENT, ORIGIN);

  /** The fault of a row about which the source's predicate is undecided. */
  public static final String WHERE_UNDECIDED = "where is neither true nor false";

  private IngestColumns() {}

  /** The value that the configured expression makes of a raw row, before it is cast to its type. */
  public static Field mappedValue(Field field) {
    return field.renamed("_taken_" + field.name(), "The value taken for " + field.name() + ".");
  }

  /** True where the raw columns that an expression looks at hold something. */
  public static Field isOffered(Field field) {
    return Field.flag("_offered_" + field.name(), "True where there is " + field.name() + ".");
  }

  /** The value in the raw row for a canonical column, as text. */
  public static Field rawValue(Field field) {
    return Field.text("_given_" + field.name(), "The raw value for " + field.name() + ".");
  }

  /** True for a row that is rejected for lying in the future and for nothing else. */
  public static Column waits(Field time) {
    return FUTURE.col().and(FAULT_COLUMN.col().equalTo(time.name()));
  }

  /**
   * True for a row that the source's {@code where} neither takes nor leaves out, since a value that
   * it looks at is missing. Such a row is counted and goes no further.
   */
  public static Column isUndecided() {
    return FAULT.col().eqNullSafe(WHERE_UNDECIDED);
  }

  /** True for a row that has a fault and comes to quarantine. */
  public static Column isRejected() {
    return FAULT.col().isNotNull().and(not(isUndecided()));
  }

  /** True where there was a raw value for a canonical column and it could not be converted. */
  public static Field isUnreadable(Field field) {
    return Field.flag("_unread_" + field.name(), "True where " + field.name() + " is unreadable.");
  }
}
