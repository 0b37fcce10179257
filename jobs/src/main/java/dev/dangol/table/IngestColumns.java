package dev.dangol.table;

/** Columns that rows carry between the raw files and the clean tables, and nowhere else. */
public final class IngestColumns {
  public static final Field MALFORMED =
      Field.flag("_malformed", "True for a line that the reader could not take apart.");
  public static final Field UNREAD =
      Field.list("_unread", "The canonical columns whose raw value could not be converted.");
  public static final Field FAULT_COLUMN =
      Field.text("_fault_column", "The canonical column at fault; null for the whole row.");
  public static final Field FAULT =
      Field.text("_fault", "Why the row is rejected; null where it is accepted.");
  public static final Field FUTURE =
      Field.flag("_future", "True where the row is rejected for lying in the future.");
  public static final Field EVENT_KEY =
      Field.text("_event_key", "What tells events apart: the row's own id, else its content.");
  public static final Field HAS_ID = Field.flag("_has_id", "True where the row has its own id.");
  public static final Field CONTENT = Field.text("_content", "A fingerprint of the row's content.");
  public static final Field OCCURRENCE =
      Field.count("_occurrence", "1 for the row that counts, 2 and more for its repetitions.");

  private IngestColumns() {}
}
