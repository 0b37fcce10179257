package dev.dangol.features;

import dev.dangol.config.Settings;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.purchases.ProductCycles;
import dev.dangol.features.satisfaction.SatisfactionGap;
import dev.dangol.features.satisfaction.SatisfactionScores;
import dev.dangol.features.satisfaction.TrustBreaks;
import dev.dangol.features.voice.UnrecordedEvents;
import dev.dangol.ranks.DistributionCounter;
import dev.dangol.ranks.PercentileRanks;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.features.SatisfactionColumns;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Assembly of the features that compare customers with one another. Each comparison first counts
 * over all customers, in a Spark job whose result does not grow with their number: no customer is
 * sorted or moved.
 */
@RunsSparkJobs
public final class FeatureAssembly {
  private FeatureAssembly() {}

  /**
   * Feature and satisfaction rows of a day, with their percentile ranks.
   *
   * @param features the rows of {@code customer_features}
   * @param satisfaction the rows of {@code satisfaction}
   * @param seen the customers' percentile ranks over the kinds of events, among other measures
   * @param cycles the cycles of categories
   */
  public record AssembledFeatures(
      Dataset<Row> features,
      Dataset<Row> satisfaction,
      PercentileRanks seen,
      ProductCycles cycles) {}

  /**
   * The features of a day that are asked for by name.
   *
   * @param measured one row each, as {@link CustomerFeatures#measure} gives them; read several
   *     times, so better kept
   */
  public static Dataset<Row> named(
      Dataset<Row> measured, FeatureContext measuring, NamedFeatures named) {
    PercentileRanks seen = DistributionCounter.of(measured, named.of(CustomerFeatures.GROUPED));
    ProductCycles cycles =
        ProductCycles.of(measured, measuring.settings().features().repeats().cycleMinRepeats());
    Dataset<Row> grouped =
        CustomerFeatures.withGroups(
            UnrecordedEvents.without(measured, seen, measuring.windows()),
            seen,
            cycles,
            measuring.settings());
    List<Field> ranked = named.of(CustomerFeatures.rankedFields(measuring.settings()));
    return CustomerFeatures.ofNamed(
        grouped, DistributionCounter.of(grouped, ranked), measuring, named);
  }

  /**
   * Compares the customers of a day.
   *
   * @param measured one row each, as {@link CustomerFeatures#measure} gives them; read several
   *     times, so better kept
   */
  public static AssembledFeatures of(Dataset<Row> measured, AsOf asOf, Settings settings) {
    var how = settings.features().satisfaction();
    PercentileRanks seen = DistributionCounter.of(measured, CustomerFeatures.COUNTED);
    ProductCycles cycles =
        ProductCycles.of(measured, settings.features().repeats().cycleMinRepeats());
    CarriedColumns carried = CarriedColumns.of(measured, settings);
    Dataset<Row> packed =
        carried.pack(UnrecordedEvents.without(measured, seen, settings.features().windows()));
    Dataset<Row> grouped = CustomerFeatures.withGroups(packed, seen, cycles, settings);
    Dataset<Row> content = SatisfactionScores.of(grouped, seen, how);
    Dataset<Row> broken = TrustBreaks.withTrustBreaks(content, seen, how.spans().trustDays());
    Dataset<Row> named =
        broken
            .withColumnRenamed(
                SatisfactionColumns.EXPECTED.name(), SatisfactionColumns.CUSTOMER_EXPECTED.name())
            .withColumnRenamed(
                SatisfactionColumns.DELIVERED.name(), SatisfactionColumns.CUSTOMER_DELIVERED.name())
            .withColumnRenamed(
                SatisfactionColumns.GAP.name(), SatisfactionColumns.CUSTOMER_GAP.name());
    PercentileRanks standing =
        DistributionCounter.of(named, CustomerFeatures.rankedFields(settings));
    return new AssembledFeatures(
        CustomerFeatures.of(named, standing, asOf, settings)
            .select(
                FeatureTable.of(settings.features().windows()).fields().stream()
                    .map(carried::of)
                    .toArray(Column[]::new)),
        SatisfactionGap.table(content, asOf),
        seen,
        cycles);
  }
}
