package dev.dangol.features.satisfaction;

import dev.dangol.config.Settings;
import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.features.purchases.RfmScores;
import dev.dangol.ranks.DistributionCounter;
import dev.dangol.ranks.PercentileRanks;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.sources.MoneyArithmetic;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The satisfaction of the customers of an earlier day, as it was known then. */
@RunsSparkJobs
public final class EarlierSatisfaction {
  private EarlierSatisfaction() {}

  /**
   * Satisfaction of the customers of an earlier day.
   *
   * @param rows the rows of {@code satisfaction} of that day
   * @param medianSales the median of their net sales to that day; empty without customers
   */
  public record EarlierGaps(Dataset<Row> rows, OptionalDouble medianSales, AsOf cut) {}

  /**
   * The customers of that day with their experience and the measures that group them.
   *
   * @param history the history of orders by a later day, which tells of that day too
   */
  public static Dataset<Row> measure(Dataset<Row> history, AsOf cut, Settings settings) {
    OrderExperienceFold then = new OrderExperienceFold(FoldedDay.EARLIER);
    Column last = then.of(FeatureColumns.LAST_ORDER_ON).col();
    Dataset<Row> groups =
        history
            .where(last.isNotNull())
            .select(
                SharedColumns.CUSTOMER_ID.col(),
                FeatureColumns.DAYS_SINCE_LAST_ORDER.is(cut.daysSince(last)),
                FeatureColumns.FREQUENCY.is(then.of(FeatureColumns.FREQUENCY).col()),
                FeatureColumns.NET_SALES_LIFETIME.is(
                    MoneyArithmetic.amount(then.of(DayColumns.NET).col())));
    // Strikes are expensive and not used for the earlier day.
    Dataset<Row> met = CustomerExperience.earlier(history, settings);
    return groups.join(
        met.drop(ExperienceColumns.STRIKES.name(), ExperienceColumns.STRIKES_FOUND.name()),
        SharedColumns.CUSTOMER_ID.name());
  }

  /**
   * The rows of {@code satisfaction} of that day; starts Spark jobs.
   *
   * @param customers as {@link #measure} gives them; read several times, so better kept
   */
  public static Dataset<Row> of(Dataset<Row> customers, AsOf cut, Settings settings) {
    return gaps(customers, cut, settings).rows();
  }

  /** The same, with what tells customers of more and of less value apart. */
  public static EarlierGaps gaps(Dataset<Row> customers, AsOf cut, Settings settings) {
    List<Field> counted =
        Stream.of(RfmScores.MEASURES, SatisfactionGap.COUNTED).flatMap(List::stream).toList();
    PercentileRanks standing = DistributionCounter.of(customers, counted);
    Dataset<Row> grouped = RfmScores.withScores(customers, settings.features().rfm(), standing);
    return new EarlierGaps(
        SatisfactionGap.table(
            SatisfactionScores.of(grouped, standing, settings.features().satisfaction()), cut),
        standing.median(FeatureColumns.NET_SALES_LIFETIME),
        cut);
  }
}
