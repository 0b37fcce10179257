package dev.dangol.experience;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import java.util.List;

/** Columns of events and facts, which live as long as the job. */
final class HistoryColumns {
  static final Field KIND = Field.text("_kind", "The kind of event.").asRequired();
  static final Field AT = Field.count("_at", "When it was, in microseconds since 1970.");
  static final Field DAY = Field.count("_day", "The day on which it was, in days since 1970.");
  static final Field ID = Field.text("_id", "The event's own id; null for none.");
  static final Field MARK =
      Field.text("_mark", "A campaign, channel, term, theme or group, or null.");
  static final Field FIGURE = Field.number("_figure", "What it amounts to; null for nothing.");
  static final Field PIECES = Field.number("_pieces", "Pieces, votes or texts; null for none.");
  static final Field ACTED_DAYS =
      Field.number("_acted_days", "Days until the business acted on it; null where it did not.");

  /** All of an event, in order. */
  static final List<Field> EVENT =
      List.of(
          SharedColumns.CUSTOMER_ID,
          KIND,
          AT,
          DAY,
          ID,
          SharedColumns.ORDER_ID,
          SharedColumns.PRODUCT_ID,
          SharedColumns.CATEGORY,
          MARK,
          FIGURE,
          PIECES,
          ACTED_DAYS);

  static final Field MEASURE = Field.text("_measure", "The measure of a fact.").asRequired();
  static final Field PARTS = Field.list("_parts", "Its key.").asRequired();
  static final Field FIGURES = Field.numberList("_figures", "Its figures.").asRequired();

  /** All of a fact, in order. */
  static final List<Field> FACT = List.of(MEASURE, PARTS, FIGURES);

  private HistoryColumns() {}
}
