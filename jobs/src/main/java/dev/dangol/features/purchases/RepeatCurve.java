package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;

import dev.dangol.config.RepeatSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.RepeatColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Repeat purchase curve: the share of customers who come back for each further purchase day, by
 * waiting time. Each share is of customers who had the time: whoever bought last week does not
 * count for the next 30 days, even if they have come back already.
 */
public final class RepeatCurve {
  private RepeatCurve() {}

  /**
   * One row per purchase day waited for and days of waiting that any customer had the time for.
   *
   * @param days what each customer bought on each day
   */
  public static Dataset<Row> of(Dataset<Row> days, AsOf asOf, RepeatSettings how) {
    Column[] waits = how.days().stream().map(RepeatCurve::waitedAtMost).toArray(Column[]::new);
    return steps(days, asOf, how.orders())
        .groupBy(RepeatColumns.ORDER_NUMBER.col())
        .agg(inline(array(waits)))
        .where(RepeatColumns.CUSTOMERS.col().gt(0))
        .select(
            SharedColumns.AS_OF.is(asOf.column()),
            RepeatColumns.ORDER_NUMBER.col(),
            RepeatColumns.DAYS.col(),
            RepeatColumns.CUSTOMERS.col(),
            RepeatColumns.SHARE.is(
                DayColumns.RETURNED.col().divide(RepeatColumns.CUSTOMERS.col())));
  }

  /** The steps from one purchase day to the next; a customer has a configured few of them. */
  private static Dataset<Row> steps(Dataset<Row> days, AsOf asOf, int orders) {
    Column all = DayColumns.PURCHASE_DAYS.col();
    Column steps =
        transform(
            slice(all, 1, orders - 1),
            (day, place) ->
                struct(
                    RepeatColumns.ORDER_NUMBER.is(place.plus(2)),
                    DayColumns.DAYS_SO_FAR.is(asOf.daysSince(day)),
                    DayColumns.DAYS_TO_NEXT.is(datediff(get(all, place.plus(1)), day))));
    return PurchaseDays.perCustomer(days).select(inline(steps));
  }

  private static Column waitedAtMost(int wait) {
    Column hadTime = DayColumns.DAYS_SO_FAR.col().geq(wait);
    Column returned = hadTime.and(DayColumns.DAYS_TO_NEXT.col().leq(wait));
    return struct(
        RepeatColumns.DAYS.is(lit(wait)),
        RepeatColumns.CUSTOMERS.is(count_if(hadTime)),
        DayColumns.RETURNED.is(count_if(returned)));
  }
}
