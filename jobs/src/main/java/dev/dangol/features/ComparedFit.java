package dev.dangol.features;

import dev.dangol.config.Settings;
import dev.dangol.standing.Standing;
import dev.dangol.standing.StandingFit;
import dev.dangol.table.AsOf;
import dev.dangol.table.SatisfactionColumns;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Customers compared with one another. Each comparison counts over all of them first, which starts
 * a Spark job and brings back numbers that do not grow with their number: nobody is sorted or
 * moved.
 */
public final class ComparedFit {
  private ComparedFit() {}

  /**
   * What came of it.
   *
   * @param features the rows of {@code customer_features}
   * @param satisfaction the rows of {@code satisfaction}
   * @param seen how the customers are spread over the kinds of events, among other measures
   */
  public record Compared(Dataset<Row> features, Dataset<Row> satisfaction, Standing seen) {}

  /**
   * Compares the customers of a day.
   *
   * @param measured one row each, as {@link CustomerFeatures#measured} gives them; read several
   *     times, so better kept
   */
  public static Compared of(Dataset<Row> measured, AsOf asOf, Settings settings) {
    var how = settings.features().satisfaction();
    Standing seen = StandingFit.of(measured, CustomerFeatures.COUNTED);
    Dataset<Row> grouped = CustomerFeatures.grouped(measured, seen, settings);
    Dataset<Row> content = ContentFit.of(grouped, seen, how);
    Dataset<Row> broken = TrustBreaks.found(content, seen, how.spans().trustDays());
    Dataset<Row> named =
        broken
            .withColumnRenamed(
                SatisfactionColumns.EXPECTED.name(), SatisfactionColumns.CUSTOMER_EXPECTED.name())
            .withColumnRenamed(
                SatisfactionColumns.DELIVERED.name(), SatisfactionColumns.CUSTOMER_DELIVERED.name())
            .withColumnRenamed(
                SatisfactionColumns.GAP.name(), SatisfactionColumns.CUSTOMER_GAP.name());
    Standing standing = StandingFit.of(named, CustomerFeatures.compared(settings));
    return new Compared(
        CustomerFeatures.of(named, standing, asOf, settings),
        Satisfaction.table(content, asOf),
        seen);
  }
}
