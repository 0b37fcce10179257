package dev.dangol.job;

import dev.dangol.features.EarlierSatisfaction;
import dev.dangol.features.FeatureInputs;
import dev.dangol.features.SatisfactionCurve;
import dev.dangol.features.StrikeSurvival;
import dev.dangol.store.Lake;
import dev.dangol.store.ScratchTables;
import dev.dangol.table.AsOf;
import dev.dangol.table.SatisfactionColumns;
import dev.dangol.table.Source;
import dev.dangol.table.StrikeColumns;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes the tables of satisfaction and bad experiences. */
final class SatisfactionTables {
  private SatisfactionTables() {}

  /** Once the features of the day are written. */
  static void write(
      JobContext day,
      FeatureInputs shared,
      Map<Source, Dataset<Row>> clean,
      ScratchTables scratch) {
    Lake lake = day.lake();
    AsOf cut = SatisfactionCurve.earlier(day.asOf(), day.settings());
    Dataset<Row> customers =
        scratch.apply(EarlierSatisfaction.measure(shared.orders(), clean, cut, day.settings()));
    lake.replaceDay(
        SatisfactionColumns.CURVE,
        SatisfactionCurve.of(
            EarlierSatisfaction.of(customers, cut, day.settings()), shared.days(), cut, day.asOf()),
        day.date());
    lake.replaceDay(
        StrikeColumns.TABLE,
        StrikeSurvival.of(shared, day.asOf(), day.settings().features().satisfaction()),
        day.date());
  }
}
