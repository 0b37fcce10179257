package dev.dangol.value;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.table.RowReader;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.RhythmColumns;
import dev.dangol.table.features.SalesColumns;
import dev.dangol.table.results.ValueColumns;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Figures on the customer base as a whole; each is one Spark job. */
@RunsSparkJobs
public final class CustomerBase {
  private static final int FEWEST_GAPS = 3;
  private static final double CALENDAR_VARIABILITY = 0.1;

  private CustomerBase() {}

  /** The columns of customer_features that models of customers use. */
  public static Dataset<Row> customers(Dataset<Row> features) {
    return features.select(
        SharedColumns.CUSTOMER_ID.col(),
        FeatureColumns.FREQUENCY.col(),
        FeatureColumns.RECENCY_DAYS.col(),
        FeatureColumns.AGE_DAYS.col(),
        FeatureColumns.MONETARY_VALUE.col(),
        RhythmColumns.GAP_VARIABILITY.col(),
        FeatureColumns.NET_SALES_LIFETIME.col(),
        SalesColumns.MARGIN_LIFETIME.col());
  }

  /**
   * The reason why the customers look bound by contracts; empty where they do not, or where too few
   * have bought often enough to say.
   *
   * <p>The models let purchases come at random: gaps then vary by as much as they last, and by half
   * of it for the most regular variant that is offered. Those that vary by a tenth follow the
   * calendar.
   *
   * @param fewest with fewer customers of four purchase days or more nothing is said
   */
  public static Optional<String> contractual(Dataset<Row> customers, double most, int fewest) {
    Column byCalendar = RhythmColumns.GAP_VARIABILITY.col().leq(CALENDAR_VARIABILITY);
    RowReader counts =
        new RowReader(
            customers
                .where(FeatureColumns.FREQUENCY.col().geq(FEWEST_GAPS))
                .agg(
                    ValueColumns.CUSTOMERS.is(count(lit(1))),
                    ValueColumns.CALENDAR_BUYERS.is(count_if(byCalendar)))
                .head());
    long often = counts.count(ValueColumns.CUSTOMERS);
    long regular = counts.count(ValueColumns.CALENDAR_BUYERS);
    return often >= fewest && regular > most * often
        ? Optional.of(
            regular
                + " of "
                + often
                + " customers with four purchase days or more buy by the calendar, as under"
                + " contracts (value.max-calendar-share is "
                + most
                + "): models of free choice say nothing of them.")
        : Optional.empty();
  }

  /** Days since the first purchase of all; 0 without customers. */
  public static long oldestAge(Dataset<Row> customers) {
    Column oldest = FeatureColumns.AGE_DAYS.is(max(FeatureColumns.AGE_DAYS.col()));
    return new RowReader(customers.agg(oldest).head()).count(FeatureColumns.AGE_DAYS);
  }

  /** The net sales of all customers together; at least one must have bought. */
  static double netSales(Dataset<Row> customers) {
    Column sales =
        FeatureColumns.NET_SALES_LIFETIME.is(sum(FeatureColumns.NET_SALES_LIFETIME.col()));
    return new RowReader(customers.agg(sales).head())
        .total(FeatureColumns.NET_SALES_LIFETIME)
        .doubleValue();
  }

  /**
   * The share of net sales that is margin, over customers whose margin is known; empty where there
   * are none, or they brought nothing.
   */
  public static OptionalDouble margin(Dataset<Row> customers) {
    Column margin = SalesColumns.MARGIN_LIFETIME.col();
    Row sums =
        customers
            .where(margin.isNotNull())
            .agg(
                SalesColumns.MARGIN_LIFETIME.is(sum(margin)),
                FeatureColumns.NET_SALES_LIFETIME.is(sum(FeatureColumns.NET_SALES_LIFETIME.col())))
            .head();
    double net = new RowReader(sums).total(FeatureColumns.NET_SALES_LIFETIME).doubleValue();
    double left = new RowReader(sums).total(SalesColumns.MARGIN_LIFETIME).doubleValue();
    return net > 0 ? OptionalDouble.of(left / net) : OptionalDouble.empty();
  }
}
