package dev.dangol.job.cohorts;

import dev.dangol.cohorts.backtest.Backtest;
import dev.dangol.cohorts.backtest.BacktestCutoff;
import dev.dangol.cohorts.backtest.BacktestResult;
import dev.dangol.cohorts.backtest.BacktestRun;
import dev.dangol.cohorts.backtest.LaterOutcomes;
import dev.dangol.cohorts.backtest.SelectionBaselines;
import dev.dangol.config.ProofSettings;
import dev.dangol.features.purchases.PurchaseDays;
import dev.dangol.features.referrals.ReferralPairs;
import dev.dangol.job.JobContext;
import dev.dangol.store.Lake;
import dev.dangol.store.ScratchTables;
import dev.dangol.table.AsOf;
import dev.dangol.table.results.ProofColumns;
import dev.dangol.table.sources.Sources;
import dev.dangol.value.CustomerBase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Proves the choice of ideal customers: makes it once more as of an earlier day, and holds it
 * against other choices of the same size by what followed.
 */
final class BacktestTables {
  private static final String TABLE = ProofColumns.TABLE.name();

  /** The tables that reasons are given for. */
  static final List<String> TABLES = List.of(TABLE, CampaignUplift.TABLE);

  private final JobContext day;
  private final Map<String, String> reasons = new TreeMap<>();

  private BacktestTables(JobContext day) {
    this.day = day;
  }

  /** Once the cohorts of the day are written; returns why something could not be told. */
  static Map<String, String> write(JobContext day) {
    BacktestTables proof = new BacktestTables(day);
    List<Row> rows = proof.rows();
    proof.reasons.putAll(CampaignUplift.write(day));
    day.lake().replaceDay(ProofColumns.TABLE, day.lake().of(ProofColumns.TABLE, rows), day.asOf());
    return proof.reasons;
  }

  private List<Row> rows() {
    ProofSettings how = day.settings().proof();
    if (!how.enabled()) {
      reasons.put(TABLE, "Switched off: proof.enabled is false.");
      return List.of();
    }
    Dataset<Row> features = day.features();
    Optional<AsOf> cut = BacktestCutoff.before(day.asOf(), CustomerBase.oldestAge(features), how);
    if (cut.isEmpty()) {
      reasons.put(
          TABLE,
          "Purchases reach back less than twice proof.min-days, which is "
              + how.minDays()
              + ": too little to choose customers on an earlier day and to see what followed.");
      return List.of();
    }
    return rows(cut.get(), features, how);
  }

  private List<Row> rows(AsOf cut, Dataset<Row> features, ProofSettings how) {
    Lake lake = day.lake();
    try (ScratchTables scratch = lake.scratch()) {
      JobContext earlier = new JobContext(lake, IdealCohortSources.of(day.settings()), cut);
      Dataset<Row> known = new EarlierSelection(earlier, scratch).customers();
      Optional<Backtest> gains = BacktestRun.of(known, outcomes(cut, features), how.shares());
      if (gains.isEmpty()) {
        reasons.put(TABLE, "No purchase up to " + cut.day() + " was known by then.");
        return List.of();
      }
      gains.get().reasons().forEach((what, why) -> reasons.put(TABLE + "." + what, why));
      explain();
      return gains.get().rows().stream().map(gain -> row(cut, gain)).toList();
    }
  }

  /** What the settings leave out is the better reason. */
  private void explain() {
    if (!day.settings().has(Sources.REFERRALS.name())) {
      reasons.put(
          TABLE + "." + ProofColumns.REFERRALS.name(), "The source referrals is not configured.");
    }
    if (!day.settings().cohorts().containsKey(SelectionBaselines.IDEAL)) {
      reasons.put(TABLE + "." + SelectionBaselines.IDEAL, "No cohort is named ideal.");
    }
  }

  private Dataset<Row> outcomes(AsOf cut, Dataset<Row> features) {
    Lake lake = day.lake();
    Dataset<Row> days =
        PurchaseDays.of(
            lake.read(Sources.PURCHASES.clean()), day.asOf(), day.settings().value().margin());
    Optional<Dataset<Row>> pairs =
        day.settings().has(Sources.REFERRALS.name())
            ? Optional.of(
                ReferralPairs.of(lake.read(Sources.REFERRALS.clean()), features, day.asOf()))
            : Optional.empty();
    return LaterOutcomes.of(days, pairs, cut);
  }

  private Row row(AsOf cut, BacktestResult gain) {
    return RowFactory.create(
        day.asOf().sqlDate(),
        cut.sqlDate(),
        gain.method(),
        gain.share(),
        gain.customers(),
        orNull(gain.revenue().value()),
        orNull(gain.revenue().low()),
        orNull(gain.revenue().high()),
        orNull(gain.margin()),
        orNull(gain.orders()),
        orNull(gain.referrals()),
        orNull(gain.retained()),
        orNull(gain.lead().value()),
        orNull(gain.lead().low()),
        orNull(gain.lead().high()));
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
