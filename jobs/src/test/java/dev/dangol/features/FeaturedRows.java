package dev.dangol.features;

import dev.dangol.config.Settings;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureInputs;
import dev.dangol.table.AsOf;
import dev.dangol.table.sources.Source;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Both halves of the features one after the other, as the job runs them. */
final class FeaturedRows {
  private FeaturedRows() {}

  static Dataset<Row> of(
      FeatureInputs shared, Map<Source, Dataset<Row>> clean, AsOf asOf, Settings settings) {
    Dataset<Row> measured =
        CustomerFeatures.measure(shared, clean, FeatureContext.of(asOf, settings))
            .localCheckpoint();
    return FeatureAssembly.of(measured, asOf, settings).features();
  }
}
