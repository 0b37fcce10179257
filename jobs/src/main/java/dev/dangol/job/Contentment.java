package dev.dangol.job;

import dev.dangol.features.EarlierFit;
import dev.dangol.features.SatisfactionCurve;
import dev.dangol.features.Shared;
import dev.dangol.features.Strikes;
import dev.dangol.store.Lake;
import dev.dangol.store.Scratch;
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
  static void write(Workday day, Shared shared, Map<Source, Dataset<Row>> clean, Scratch scratch) {
    Lake lake = day.lake();
    AsOf cut = SatisfactionCurve.earlier(day.asOf(), day.settings());
    Dataset<Row> customers =
        scratch.apply(EarlierFit.measured(shared.orders(), clean, cut, day.settings()));
    lake.replaceDay(
        SatisfactionColumns.CURVE,
        SatisfactionCurve.of(
            EarlierFit.of(customers, cut, day.settings()), shared.days(), cut, day.asOf()),
        day.date());
    lake.replaceDay(
        StrikeColumns.TABLE,
        Strikes.of(shared, day.asOf(), day.settings().features().satisfaction()),
        day.date());
  }
}
