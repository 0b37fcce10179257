package dev.dangol.job;

import dev.dangol.config.SatisfactionSettings;
import dev.dangol.config.Settings;
import dev.dangol.features.Experience;
import dev.dangol.features.Satisfaction;
import dev.dangol.features.SatisfactionCurve;
import dev.dangol.features.Shared;
import dev.dangol.features.Standing;
import dev.dangol.features.StandingFit;
import dev.dangol.features.Strikes;
import dev.dangol.store.Lake;
import dev.dangol.table.AsOf;
import dev.dangol.table.SatisfactionColumns;
import dev.dangol.table.Source;
import dev.dangol.table.StrikeColumns;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes the tables of satisfaction and bad experiences. */
final class Contentment {
  private Contentment() {}

  /** Once the features of the day are written. */
  static void write(
      Workday day, Shared shared, Map<Source, Dataset<Row>> clean, Dataset<Row> customers) {
    Lake lake = day.lake();
    SatisfactionSettings how = day.settings().features().satisfaction();
    lake.replaceDay(
        SatisfactionColumns.TABLE,
        Satisfaction.of(shared.experience(), customers, day.asOf(), how),
        day.date());
    AsOf cut = SatisfactionCurve.earlier(day.asOf(), day.settings());
    lake.replaceDay(
        SatisfactionColumns.CURVE,
        SatisfactionCurve.of(earlier(day, cut, clean), shared.days(), cut, day.asOf()),
        day.date());
    lake.replaceDay(StrikeColumns.TABLE, Strikes.of(shared, day.asOf(), how), day.date());
  }

  private static Dataset<Row> earlier(Workday day, AsOf cut, Map<Source, Dataset<Row>> clean) {
    Settings settings = day.settings();
    Dataset<Row> customers = SatisfactionCurve.customers(clean, cut, settings);
    Standing standing = StandingFit.of(customers, SatisfactionCurve.counted());
    return Satisfaction.of(
        Experience.of(clean, cut, settings),
        SatisfactionCurve.grouped(customers, standing, settings),
        cut,
        settings.features().satisfaction());
  }
}
