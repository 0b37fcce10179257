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
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ProofColumns;
import dev.dangol.table.sources.Sources;
import dev.dangol.value.CustomerBase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes the backtest of ideal customers. The choice is repeated as of an earlier day, and its
 * later outcomes are compared with those of other choices of the same size.
 */
final class BacktestTables {
  private static final String TABLE = ProofColumns.TABLE.name();

  private final JobContext day;
  private final Map<String, String> reasons = new TreeMap<>();

  private BacktestTables(JobContext day) {
    this.day = day;
  }

  /** Runs once the cohorts of the day are written; returns why measures could not be computed. */
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
    Optional<String> undated = AttributeRules.undated(day.settings());
    if (undated.isPresent()) {
      reasons.put(
          TABLE,
          undated.get()
              + ", which the scorecard or the cohort ideal names, comes from records of customers."
              + " They are not dated, so that it is not known as of an earlier day.");
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

  /** Adds the reasons that lie in the settings, in place of vaguer ones of the backtest. */
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
    return RowWriter.of(ProofColumns.TABLE)
        .set(SharedColumns.AS_OF, day.asOf())
        .set(ProofColumns.CUTOFF, cut.day())
        .set(ProofColumns.METHOD, gain.method())
        .set(ProofColumns.SHARE, gain.share())
        .set(ProofColumns.CHOSEN_CUSTOMERS, gain.customers())
        .set(ProofColumns.REVENUE, gain.revenue().value())
        .set(ProofColumns.REVENUE_LOW, gain.revenue().low())
        .set(ProofColumns.REVENUE_HIGH, gain.revenue().high())
        .set(ProofColumns.MARGIN, gain.margin())
        .set(ProofColumns.ORDERS, gain.orders())
        .set(ProofColumns.REFERRALS, gain.referrals())
        .set(ProofColumns.RETENTION, gain.retained())
        .set(ProofColumns.LEAD, gain.lead().value())
        .set(ProofColumns.LEAD_LOW, gain.lead().low())
        .set(ProofColumns.LEAD_HIGH, gain.lead().high())
        .set(ProofColumns.FIT_LEAD, gain.fitLead().value())
        .set(ProofColumns.FIT_LEAD_LOW, gain.fitLead().low())
        .set(ProofColumns.FIT_LEAD_HIGH, gain.fitLead().high())
        .row();
  }
}
