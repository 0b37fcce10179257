package dev.dangol.table.evidence;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of {@code missed_customers}. */
public final class MissedColumns {
  public static final Field EXPECTED =
      QuadrantColumns.EXPECTED
          .renamed(
              "expected_net_sales",
              "Net sales expected in the next value.clv-months months; no less than a tenth of all"
                  + " customers reach.")
          .asRequired();
  public static final Field FIT_LEVEL =
      Field.text("fit_level", "unfit (부적합) or viable (실행 가능한 적합).").asRequired();
  public static final Field FIT_SCORE =
      Field.number("fit_score", "Their score as customer_fit has it, 0 to 100; null unknown.");
  public static final Field CRITERION =
      Field.text(
          "criterion",
          "The criterion that they fail: the one that vetoes them, else the one whose next level"
              + " would add most points; null where nothing could be scored.");

  /** Intermediate column, never stored. */
  public static final Field COUNT = Field.count("_missed", "Customers who fail the criterion.");

  public static final Table TABLE =
      new Table(
          "missed_customers",
          "A customer of whom much is expected, and whom the scorecard does not find ideal.",
          List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.CUSTOMER_ID,
              EXPECTED,
              FIT_LEVEL,
              FIT_SCORE,
              CRITERION));

  private MissedColumns() {}
}
