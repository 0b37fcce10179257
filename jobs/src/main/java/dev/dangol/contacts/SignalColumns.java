package dev.dangol.contacts;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.MessageSource;
import java.util.List;

/** Columns of signals on their way to a fold; never stored. Times are microseconds since 1970. */
final class SignalColumns {
  static final Field AT = Field.count("_at", "When it happened.");
  static final Field KIND = Field.count("_kind", "The place of its kind in their order.");
  static final Field ID = Field.text("_id", "Tells signals of one kind and instant apart.");
  static final Field FIRST = Field.count("_first", "When it was opened or replied to; or null.");
  static final Field CLICKED = Field.count("_clicked", "When it was clicked, or null.");
  static final Field REPLIED = Field.count("_replied", "When the customer replied, or null.");
  static final Field HOUR = Field.count("_hour", "The hour of the day, 0 to 23.");
  static final Field WEEKDAY = Field.count("_weekday", "The day of the week, 0 for Monday.");
  static final Field LEFT = Field.count("_left", "1 where it made the customer unsubscribe.");
  static final Field COMPLAINED = Field.count("_complained", "1 where they complained of it.");

  static final Field COST = Field.units("_cost", "What it cost; null where that is not known.");

  /** All of them, in order. */
  static final List<Field> ALL =
      List.of(
          SharedColumns.CUSTOMER_ID,
          AT,
          KIND,
          ID,
          SharedColumns.CHANNEL,
          SharedColumns.CAMPAIGN_ID,
          MessageSource.PROMOTION_TYPE,
          MessageSource.CREATIVE,
          SharedColumns.CATEGORY,
          FIRST,
          CLICKED,
          REPLIED,
          HOUR,
          WEEKDAY,
          LEFT,
          COMPLAINED,
          COST);

  private SignalColumns() {}
}
