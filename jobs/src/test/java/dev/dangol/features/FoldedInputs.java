package dev.dangol.features;

import dev.dangol.config.Settings;
import dev.dangol.features.fold.CustomerParts;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.purchases.LineCensus;
import dev.dangol.table.AsOf;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Folded measures of clean rows in any order. */
public final class FoldedInputs {
  private FoldedInputs() {}

  public static Dataset<Row> of(Map<Source, Dataset<Row>> clean, AsOf asOf, Settings settings) {
    return FoldedFeatures.of(
        clean.get(Sources.PURCHASES).sparkSession(),
        CustomerParts.sort(clean),
        FeatureContext.of(asOf, settings));
  }

  /** The history of orders. */
  public static Dataset<Row> history(
      Map<Source, Dataset<Row>> clean, AsOf asOf, Settings settings, Optional<AsOf> earlier) {
    CustomerParts parts = CustomerParts.sort(clean);
    FeatureContext measuring = FeatureContext.of(asOf, settings);
    return OrderHistory.of(
        clean.get(Sources.PURCHASES).sparkSession(),
        parts,
        measuring,
        LineCensus.of(parts.rows().get(Sources.PURCHASES), measuring, earlier));
  }
}
