package dev.dangol.job.cohorts;

import dev.dangol.cohorts.Membership;
import dev.dangol.cohorts.MembershipPeriods;
import dev.dangol.cohorts.scorecard.AdditionalFit;
import dev.dangol.cohorts.scorecard.CustomerFit;
import dev.dangol.cohorts.scorecard.FittedScorecard;
import dev.dangol.cohorts.scorecard.Scorecard;
import dev.dangol.cohorts.scorecard.ScorecardFitter;
import dev.dangol.cohorts.scorecard.ScorecardRows;
import dev.dangol.config.AdditionalScorecard;
import dev.dangol.config.ScorecardSettings;
import dev.dangol.job.Job;
import dev.dangol.job.JobContext;
import dev.dangol.job.NotMeasuredRows;
import dev.dangol.job.ParallelTasks;
import dev.dangol.job.evidence.EvidenceTables;
import dev.dangol.store.Lake;
import dev.dangol.store.ScratchTables;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.ScorecardColumns;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Scores customers and assigns them to cohorts, with the day of entry. */
public final class CohortsJob implements Job {
  @Override
  public String name() {
    return "cohorts";
  }

  @Override
  public Optional<String> after() {
    return Optional.of("segments");
  }

  @Override
  public void run(JobContext day) {
    Map<String, String> reasons = new ConcurrentSkipListMap<>();
    try (ScratchTables scratch = day.lake().scratch()) {
      reasons.putAll(score(day, scratch));
    }
    members(day);
    ParallelTasks.all(
        () -> {
          reasons.putAll(AffinityTables.write(day));
          reasons.putAll(GroupVoiceTables.write(day));
          JourneyPathTables paths = new JourneyPathTables(day);
          reasons.putAll(paths.write());
          reasons.putAll(PersonaTables.write(day, paths.rows()));
        },
        () -> {
          reasons.putAll(EffectTables.write(day));
          reasons.putAll(CompanyTables.write(day));
        },
        () -> {
          reasons.putAll(BacktestTables.write(day));
          reasons.putAll(LookalikeTables.write(day));
          reasons.putAll(ExperienceTables.write(day));
        });
    reasons.putAll(EvidenceTables.write(day));
    NotMeasuredRows.replace(day, name(), reasons);
  }

  /** Writes scores and cohorts of customers; returns why criteria have no value for anyone. */
  private static Map<String, String> score(JobContext day, ScratchTables scratch) {
    Lake lake = day.lake();
    Dataset<Row> customers = scratch.apply(AttributeTables.of(day));
    FittedScorecard card = ScorecardFitter.of(customers, day.settings().scorecard());
    Map<String, FittedScorecard> cards = new LinkedHashMap<>(Map.of(ScorecardSettings.MAIN, card));
    Dataset<Row> profiles = profiles(day, customers, cards);
    ParallelTasks.all(
        () -> lake.replaceDay(ScorecardColumns.PROFILES, profiles, day.asOf()),
        () ->
            lake.replaceDay(
                ScorecardColumns.SCORECARD,
                lake.of(ScorecardColumns.SCORECARD, ScorecardRows.of(day.asOf(), cards)),
                day.asOf()),
        () ->
            lake.replaceDay(
                CohortColumns.SCORECARD_REASONS, Scorecard.reasons(customers, card), day.asOf()),
        () ->
            lake.replaceDay(
                CohortColumns.CUSTOMER_FIT, CustomerFit.of(customers, card, scratch), day.asOf()));
    lake.replaceDay(
        CohortColumns.COHORT_DAYS,
        Membership.of(AttributeTables.fitted(day, customers), day.settings().cohorts()),
        day.asOf());
    return UnmeasuredCriteria.reasons(day, card);
  }

  private static void members(JobContext day) {
    Lake lake = day.lake();
    new CohortChanges(day).write();
    lake.replaceAll(
        CohortColumns.COHORT_MEMBERS,
        MembershipPeriods.of(
            lake.read(CohortColumns.COHORT_DAYS),
            lake.read(CohortColumns.COHORTS),
            lake.read(CohortColumns.COHORT_MOVES)));
  }

  /** The fit to each profile; their scorecards of the day are added to the cards. */
  private static Dataset<Row> profiles(
      JobContext day, Dataset<Row> customers, Map<String, FittedScorecard> cards) {
    Map<String, AdditionalScorecard> profiles = day.settings().scorecard().profiles();
    AdditionalFit.prove(customers, profiles);
    Dataset<Row> fits = day.lake().none(ScorecardColumns.PROFILES);
    for (Map.Entry<String, AdditionalScorecard> profile : profiles.entrySet()) {
      Dataset<Row> subjects = AdditionalFit.subjects(customers, profile.getValue());
      FittedScorecard card = ScorecardFitter.of(subjects, profile.getValue().card());
      cards.put(profile.getKey(), card);
      fits = fits.unionByName(AdditionalFit.of(profile.getKey(), subjects, card));
    }
    return fits;
  }
}
