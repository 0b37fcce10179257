package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.RunColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of the table of files that have been read. */
public final class FileColumns {
  public static final Field FILE =
      Field.text("file", "The file, or for a database the table and the watermark reached.")
          .asRequired();
  public static final Field STATE =
      Field.text("state", "Its length and the time of its last change when it was read.")
          .asRequired();
  public static final Field READ_AS =
      Field.text(
              "read_as",
              "A fingerprint of the settings it was read with; others make it be read again.")
          .asRequired();
  public static final Field SCHEMA =
      Field.text(
              "schema",
              "The raw columns of the source and their types, as DDL; in one row, empty in others.")
          .asRequired();

  public static final Table SOURCE_FILES =
      new Table(
          "source_files",
          "A file whose rows have landed.",
          List.of(RunColumns.SOURCE, FILE),
          List.of(RunColumns.SOURCE, FILE, STATE, READ_AS, SCHEMA));

  private FileColumns() {}
}
