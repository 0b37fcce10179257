package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.features.SalesColumns;
import java.util.List;
import org.apache.spark.sql.Column;

/** Growth of a customer's net sales relative to before, independent of their size. */
final class SalesGrowth {
  private SalesGrowth() {}

  /** The longest window against as many days before it. */
  static FeatureMeasure measure(List<Integer> windows) {
    int window = windows.stream().mapToInt(Integer::intValue).max().orElse(1);
    return FeatureMeasure.of(SalesColumns.SALES_GROWTH, day -> growth(day, window));
  }

  private static Column growth(AsOf asOf, int window) {
    Column on = DayColumns.COUNTED_ON.col();
    Column recent = asOf.within(on, window);
    Column before = asOf.within(on, 2 * window).and(recent.equalTo(false));
    Column now = net(recent);
    Column then = net(before);
    Column size = abs(now).plus(abs(then));
    Column old = asOf.within(min(when(DayColumns.ORDERS.col().gt(0), on)), window).equalTo(false);
    return when(old.and(size.gt(0)), now.minus(then).divide(size));
  }

  private static Column net(Column when) {
    return coalesce(sum(when(when, DayColumns.NET.col())), lit(0)).cast("double");
  }
}
