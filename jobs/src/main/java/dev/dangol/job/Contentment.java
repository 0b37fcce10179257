package dev.dangol.job;

import dev.dangol.config.SatisfactionSettings;
import dev.dangol.features.Kept;
import dev.dangol.features.Satisfaction;
import dev.dangol.features.SatisfactionCurve;
import dev.dangol.features.Strikes;
import dev.dangol.store.Lake;
import dev.dangol.table.AsOf;
import dev.dangol.table.FeatureColumns;
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
  static void write(Workday day, Kept kept, Map<Source, Dataset<Row>> clean) {
    Lake lake = day.lake();
    SatisfactionSettings how = day.settings().features().satisfaction();
    Dataset<Row> customers =
        lake.readDay(FeatureColumns.table(day.settings().features().windows()), day.date());
    AsOf cut = SatisfactionCurve.earlier(day.asOf(), day.settings());
    lake.replaceDay(
        SatisfactionColumns.TABLE,
        Satisfaction.of(kept.experience(), customers, day.asOf(), how),
        day.date());
    lake.replaceDay(
        SatisfactionColumns.CURVE,
        SatisfactionCurve.of(
            SatisfactionCurve.satisfaction(clean, cut, day.settings()),
            kept.days(),
            cut,
            day.asOf()),
        day.date());
    lake.replaceDay(StrikeColumns.TABLE, Strikes.of(kept, day.asOf(), how), day.date());
  }
}
