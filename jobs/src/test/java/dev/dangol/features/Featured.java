package dev.dangol.features;

import dev.dangol.config.Settings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Source;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Both halves of the features one after the other, as the job runs them. */
final class Featured {
  private Featured() {}

  static Dataset<Row> of(
      Shared shared, Map<Source, Dataset<Row>> clean, AsOf asOf, Settings settings) {
    Dataset<Row> measured = CustomerFeatures.measured(shared, clean, asOf, settings).persist();
    Standing groups = StandingFit.of(measured, CustomerFeatures.COUNTED);
    Dataset<Row> grouped = CustomerFeatures.grouped(measured, groups, settings);
    Standing standing = StandingFit.of(grouped, CustomerFeatures.compared(settings));
    return CustomerFeatures.of(grouped, standing, asOf, settings);
  }

  /** The satisfaction of the customers of an earlier day. */
  static Dataset<Row> earlier(Map<Source, Dataset<Row>> clean, AsOf cut, Settings settings) {
    Dataset<Row> customers = SatisfactionCurve.customers(clean, cut, settings);
    Standing standing = StandingFit.of(customers, SatisfactionCurve.counted());
    return Satisfaction.of(
        Experience.of(clean, cut, settings),
        SatisfactionCurve.grouped(customers, standing, settings),
        cut,
        settings.features().satisfaction());
  }
}
