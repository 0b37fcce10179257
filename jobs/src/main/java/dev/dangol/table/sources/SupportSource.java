package dev.dangol.table.sources;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import java.util.List;

/** Columns of support cases. */
public final class SupportSource {
  public static final Field OPENED_AT =
      Field.instant("opened_at", "When the customer asked for help.").asRequired();
  public static final Field CASE_ID = Field.text("case_id", "The case's own id.");
  public static final Field THEME = Field.text("theme", "What the case is about.");
  public static final Field FIRST_REPLY_AT =
      Field.instant("first_reply_at", "When the business first replied; null while it has not.");
  public static final Field RESOLVED_AT =
      Field.instant("resolved_at", "When it was resolved; null while it is not.");
  public static final Field REOPENED_AT =
      Field.instant("reopened_at", "When it was opened again; null where it was not.");
  public static final Field HANDLING_MINUTES =
      Field.number("handling_minutes", "Minutes of work it took.");
  public static final Field FAULT = Field.flag("fault", "True where the business was at fault.");

  public static final List<Field> FIELDS =
      List.of(
          SharedColumns.CUSTOMER_ID,
          OPENED_AT,
          CASE_ID,
          SharedColumns.CHANNEL,
          THEME,
          FIRST_REPLY_AT,
          RESOLVED_AT,
          REOPENED_AT,
          HANDLING_MINUTES,
          SharedColumns.COST_AMOUNT,
          FAULT,
          SharedColumns.ACTED_ON_AT);

  private SupportSource() {}
}
