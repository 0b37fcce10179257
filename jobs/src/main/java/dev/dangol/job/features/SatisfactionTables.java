package dev.dangol.job.features;

import dev.dangol.features.measure.FeatureInputs;
import dev.dangol.features.satisfaction.EarlierSatisfaction;
import dev.dangol.features.satisfaction.EarlierSatisfaction.EarlierGaps;
import dev.dangol.features.satisfaction.QuadrantRetention;
import dev.dangol.features.satisfaction.SatisfactionCurve;
import dev.dangol.features.satisfaction.StrikeSurvival;
import dev.dangol.job.JobContext;
import dev.dangol.store.Lake;
import dev.dangol.store.ScratchTables;
import dev.dangol.table.AsOf;
import dev.dangol.table.evidence.QuadrantColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.features.StrikeColumns;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes the tables of satisfaction and bad experiences (strikes). */
final class SatisfactionTables {
  private SatisfactionTables() {}

  /** Writes the tables of the day; returns why one of them has no row. */
  static Map<String, String> write(JobContext day, FeatureInputs shared, ScratchTables scratch) {
    Lake lake = day.lake();
    AsOf cut = SatisfactionCurve.earlier(day.asOf(), day.settings());
    Dataset<Row> customers =
        scratch.apply(EarlierSatisfaction.measure(shared.history(), cut, day.settings()));
    EarlierGaps gaps = EarlierSatisfaction.gaps(customers, cut, day.settings());
    lake.replaceDay(
        SatisfactionColumns.CURVE,
        SatisfactionCurve.of(gaps.rows(), shared.days(), cut, day.asOf()),
        day.asOf());
    List<Row> quadrants = QuadrantRetention.rows(gaps, customers, shared.days(), day.asOf());
    lake.replaceDay(
        QuadrantColumns.RETENTION, lake.of(QuadrantColumns.RETENTION, quadrants), day.asOf());
    lake.replaceDay(
        StrikeColumns.TABLE,
        StrikeSurvival.of(shared, day.asOf(), day.settings().features().satisfaction()),
        day.asOf());
    return quadrants.isEmpty()
        ? Map.of(
            QuadrantColumns.RETENTION.name(),
            "No customer had a satisfaction gap features.satisfaction.curve-days before the day.")
        : Map.of();
  }
}
