package dev.dangol.job.cohorts;

import static org.apache.spark.sql.functions.lit;

import dev.dangol.cohorts.backtest.SelectionBaselines;
import dev.dangol.cohorts.leads.CohortNearness;
import dev.dangol.cohorts.leads.CohortResemblance;
import dev.dangol.cohorts.leads.FirstOrderModel;
import dev.dangol.cohorts.leads.ProspectRecords;
import dev.dangol.cohorts.leads.ProspectScoring;
import dev.dangol.cohorts.leads.ReachableLeads;
import dev.dangol.cohorts.profile.ProfileAttributes;
import dev.dangol.config.ScorecardSettings.ScorecardCriterion;
import dev.dangol.config.Settings;
import dev.dangol.job.JobContext;
import dev.dangol.probability.CalibrationBucket;
import dev.dangol.probability.ObservationDays;
import dev.dangol.store.Lake;
import dev.dangol.store.ScratchTables;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.LookalikeColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.value.CustomerBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Ranks look-alikes: customers by nearness to the ideal cohort, prospects by probability of a first
 * order.
 */
final class LookalikeTables {
  private static final String TABLE = LookalikeColumns.TABLE.name();
  private static final String PROBABLE = TABLE + "." + LookalikeColumns.P_FIRST_ORDER.name();

  private final JobContext day;
  private final ScratchTables scratch;
  private final Map<String, String> reasons = new TreeMap<>();

  private LookalikeTables(JobContext day, ScratchTables scratch) {
    this.day = day;
    this.scratch = scratch;
  }

  /** Prospects scored by their probability of a first order, and their rows of the table. */
  private record ScoredProspects(FirstOrderModel orders, Dataset<Row> rows) {}

  /** Runs once the cohorts of the day are written; returns why measures could not be computed. */
  static Map<String, String> write(JobContext day) {
    try (ScratchTables scratch = day.lake().scratch()) {
      LookalikeTables leads = new LookalikeTables(day, scratch);
      leads.write();
      return leads.reasons;
    }
  }

  private void write() {
    Lake lake = day.lake();
    Optional<ScoredProspects> judged = scoreProspects();
    if (judged.isEmpty()) {
      Optional.ofNullable(reasons.get(PROBABLE))
          .ifPresent(reason -> reasons.put(LookalikeColumns.CALIBRATION.name(), reason));
    }
    Dataset<Row> near = near();
    Dataset<Row> leads = judged.map(found -> near.unionByName(found.rows())).orElse(near);
    lake.replaceDay(LookalikeColumns.TABLE, ReachableLeads.of(leads, contacts()), day.asOf());
    lake.replaceDay(
        LookalikeColumns.CALIBRATION,
        lake.of(
            LookalikeColumns.CALIBRATION,
            judged.map(found -> calibration(found.orders())).orElse(List.of())),
        day.asOf());
  }

  private Optional<Dataset<Row>> contacts() {
    if (has(Sources.CUSTOMERS)) {
      return Optional.of(day.lake().read(CustomerContacts.TABLE));
    }
    reasons.put(
        TABLE + "." + LookalikeColumns.REACHABLE.name(), "The source customers is not configured.");
    return Optional.empty();
  }

  private Dataset<Row> near() {
    Dataset<Row> members = members();
    if (members.where(SharedColumns.COHORT.col().equalTo(SelectionBaselines.IDEAL)).isEmpty()) {
      reasons.put(
          TABLE + "." + LookalikeColumns.DISTANCE.name(),
          "No customer is in a cohort named ideal.");
      return day.lake().none(LookalikeColumns.TABLE).drop(LookalikeColumns.REACHABLE.name());
    }
    List<String> features =
        day.settings().scorecard().criteria().stream()
            .map(ScorecardCriterion::feature)
            .distinct()
            .toList();
    Dataset<Row> measured =
        scratch.apply(CohortNearness.measure(AttributeTables.of(day), features));
    return CohortNearness.of(measured, features.size(), members)
        .select(
            SharedColumns.AS_OF.is(day.asOf().column()),
            LookalikeColumns.KIND.is(lit(LookalikeColumns.CUSTOMER)),
            SharedColumns.CUSTOMER_ID.col(),
            LookalikeColumns.P_FIRST_ORDER.nullColumn(),
            LookalikeColumns.NEAREST_COHORT.col(),
            LookalikeColumns.DISTANCE.col(),
            LookalikeColumns.RANK.col());
  }

  private Optional<ScoredProspects> scoreProspects() {
    int horizon = day.settings().lookalikes().horizonDays();
    if (Stream.of(Sources.CUSTOMERS, Sources.ENGAGEMENT).noneMatch(this::has)) {
      reasons.put(PROBABLE, "Neither the source customers nor engagement is configured.");
      return Optional.empty();
    }
    Dataset<Row> features = day.features();
    if (CustomerBase.oldestAge(features) < 3L * horizon) {
      reasons.put(
          PROBABLE,
          "Purchases reach back less than three times lookalikes.horizon-days, which is "
              + horizon
              + ": on an earlier day old customers could not be told from people who had not"
              + " bought.");
      return Optional.empty();
    }
    Dataset<Row> terms = terms();
    ProspectScoring.ScoringOutcome outcome =
        leads(ObservationDays.before(day.asOf(), horizon), terms).score(scratch);
    outcome.reason().ifPresent(reason -> reasons.put(PROBABLE, reason));
    return outcome.orders().map(orders -> new ScoredProspects(orders, rows(orders, terms)));
  }

  private Dataset<Row> rows(FirstOrderModel orders, Dataset<Row> terms) {
    int least = day.settings().profiles().minCount();
    Dataset<Row> near = CohortResemblance.of(orders.prospects(), terms, members(), least);
    return ProspectScoring.rank(orders, near, day.asOf());
  }

  private Dataset<Row> members() {
    return day.lake().readDay(CohortColumns.COHORT_DAYS, day.asOf());
  }

  private ProspectScoring leads(ObservationDays days, Dataset<Row> terms) {
    Settings settings = day.settings();
    List<AsOf> cuts = List.of(days.taught(), days.tested(), days.described());
    List<Integer> windows = settings.features().windows();
    ProspectRecords.ProspectSources sources =
        new ProspectRecords.ProspectSources(
            clean(Sources.CUSTOMERS),
            clean(Sources.ENGAGEMENT),
            clean(Sources.MESSAGES),
            clean(Sources.PURCHASES),
            terms);
    Dataset<Row> prospects =
        new ProspectRecords(cuts, windows)
            .of(sources, day.asOf(), settings.lookalikes().horizonDays());
    return new ProspectScoring(
        scratch.apply(prospects),
        windows,
        days,
        settings.lookalikes(),
        settings.profiles().minCount());
  }

  private Dataset<Row> terms() {
    Set<String> allowed = day.settings().profiles().sensitiveAllowed();
    return scratch.apply(
        ProspectRecords.terms(
            ProfileAttributes.fromRecords(clean(Sources.CUSTOMERS), day.asOf(), allowed)));
  }

  private boolean has(Source source) {
    return day.settings().has(source.name());
  }

  private Dataset<Row> clean(Source source) {
    return has(source) ? day.lake().read(source.clean()) : day.lake().none(source.clean());
  }

  private List<Row> calibration(FirstOrderModel orders) {
    List<Row> rows = new ArrayList<>();
    rows.add(
        row(orders, orders.all())
            .set(LookalikeColumns.AUC, orders.auc())
            .set(LookalikeColumns.CALIBRATION_ERROR, orders.error())
            .row());
    for (CalibrationBucket tenth : orders.tenths()) {
      rows.add(
          row(orders, tenth)
              .setNull(LookalikeColumns.AUC, LookalikeColumns.CALIBRATION_ERROR)
              .row());
    }
    return rows;
  }

  private RowWriter row(FirstOrderModel orders, CalibrationBucket tenth) {
    AsOf tested =
        ObservationDays.before(day.asOf(), day.settings().lookalikes().horizonDays()).tested();
    return RowWriter.of(LookalikeColumns.CALIBRATION)
        .set(SharedColumns.AS_OF, day.asOf())
        .set(LookalikeColumns.CUTOFF, tested)
        .set(LookalikeColumns.TENTH, tenth.number())
        .set(LookalikeColumns.PEOPLE, tenth.people())
        .set(LookalikeColumns.PREDICTED_SHARE, tenth.predicted())
        .set(LookalikeColumns.ORDERED_SHARE, tenth.observed())
        .set(LookalikeColumns.RECALIBRATED, orders.recalibrated());
  }
}
