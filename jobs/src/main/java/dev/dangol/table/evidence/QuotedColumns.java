package dev.dangol.table.evidence;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of {@code benchmarks}. */
public final class QuotedColumns {
  public static final Field NAME =
      Field.text("name", "The figure's name in the section benchmarks.").asRequired();
  public static final Field QUOTED_LOW =
      Field.number("quoted_low", "The quoted figure, or the smaller end of a quoted range.")
          .asRequired();
  public static final Field QUOTED_HIGH =
      Field.number("quoted_high", "The same figure, or the larger end of the range.").asRequired();
  public static final Field SOURCE =
      Field.text("benchmark_source", "Where it is quoted from.").asRequired();
  public static final Field VERIFIED =
      Field.flag(
              "origin_verified",
              "True where the configuration says that the figure was traced to a publication.")
          .asRequired();
  public static final Field UNIT =
      Field.text("unit", "share (0 to 1), growth (1 is twice as much) or multiple.").asRequired();
  public static final Field OWN =
      Field.number(
          "own_value",
          "The business's own figure by the day, in the same unit; null where why_not says why.");
  public static final Field OWN_LOW =
      Field.number(
          "own_low",
          "Lower end of its interval at 95 %: Wilson's for shares, else that of the table it is"
              + " from, or by the errors of the line of clicks over ratings; null without one.");
  public static final Field OWN_HIGH = Field.number("own_high", "Upper end of the same interval.");
  public static final Field PEOPLE =
      Field.count(
          "own_count",
          "What the own figure rests on: customers, cases, messages, needs or views; null where it"
              + " is a model's.");
  public static final Field OWN_FROM =
      Field.text("own_from", "The table and column that the own figure is of; null without one.");
  public static final Field WHY_NOT =
      Field.text("why_not", "Why there is no own figure; null where there is one.");

  public static final Table TABLE =
      new Table(
          "benchmarks",
          "A figure that others quote, and the business's own beside it.",
          List.of(SharedColumns.AS_OF, NAME),
          List.of(
              SharedColumns.AS_OF,
              NAME,
              QUOTED_LOW,
              QUOTED_HIGH,
              SOURCE,
              VERIFIED,
              UNIT,
              OWN,
              OWN_LOW,
              OWN_HIGH,
              PEOPLE,
              OWN_FROM,
              WHY_NOT));

  private QuotedColumns() {}
}
