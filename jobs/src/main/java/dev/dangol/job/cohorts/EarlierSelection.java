package dev.dangol.job.cohorts;

import dev.dangol.cohorts.CustomerAttributes;
import dev.dangol.cohorts.Membership;
import dev.dangol.cohorts.backtest.SelectionBaselines;
import dev.dangol.cohorts.scorecard.AdditionalFit;
import dev.dangol.cohorts.scorecard.CustomerFit;
import dev.dangol.cohorts.scorecard.FittedScorecard;
import dev.dangol.cohorts.scorecard.ProfileFits;
import dev.dangol.cohorts.scorecard.ScorecardFitter;
import dev.dangol.config.AdditionalScorecard;
import dev.dangol.contacts.ContactFacts;
import dev.dangol.contacts.ContactPreferences;
import dev.dangol.job.JobContext;
import dev.dangol.job.contacts.ContactsJob;
import dev.dangol.job.features.DayFeatures;
import dev.dangol.job.features.LikelihoodTables;
import dev.dangol.job.journey.EarlierJourneys;
import dev.dangol.job.value.ValueJob;
import dev.dangol.segments.CustomerSegmentation;
import dev.dangol.store.ScratchTables;
import dev.dangol.table.results.LikelihoodColumns;
import dev.dangol.table.results.PreferenceColumns;
import dev.dangol.table.results.SegmentColumns;
import dev.dangol.table.sources.Sources;
import dev.dangol.value.CustomerBase;
import dev.dangol.value.CustomerValue;
import dev.dangol.value.ModelResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Repeats every job's selection of customers as of an earlier day, by what was known then. Nothing
 * is published.
 */
final class EarlierSelection {
  private final JobContext cut;
  private final ScratchTables scratch;

  /** Selects as of the day, with the settings of today. */
  EarlierSelection(JobContext cut, ScratchTables scratch) {
    this.cut = cut;
    this.scratch = scratch;
  }

  /**
   * One row per customer of the day, as {@link SelectionBaselines#choices} gives it; starts Spark
   * jobs.
   */
  Dataset<Row> customers() {
    DayFeatures measured =
        new DayFeatures(cut, scratch, IdealCohortSources.features(cut.settings()));
    Dataset<Row> features = scratch.apply(measured.features());
    Optional<String> predicate =
        Optional.ofNullable(cut.settings().cohorts().get(SelectionBaselines.IDEAL));
    List<Dataset<Row>> attributes = new ArrayList<>();
    attributes.add(scratch.apply(value(features, measured)));
    attributes.add(likelihoods(measured));
    attributes.add(segments(features));
    attributes.add(AttributeTables.preferences(preferences()));
    attributes.addAll(journeys(measured));
    attributes.addAll(records());
    Dataset<Row> customers =
        new EarlierEffort(cut, measured.inputs().network())
            .joined(CustomerAttributes.of(features, attributes), features);
    FittedScorecard card = ScorecardFitter.of(customers, cut.settings().scorecard());
    Dataset<Row> fit = scratch.apply(CustomerFit.of(customers, card, scratch));
    List<Dataset<Row>> fits = new ArrayList<>(List.of(fit));
    fits.addAll(profiles(customers, predicate.orElse("")));
    Dataset<Row> described = CustomerAttributes.of(customers, fits);
    Dataset<Row> members =
        Membership.of(described, Map.of(SelectionBaselines.IDEAL, predicate.orElse("false")));
    return scratch.apply(SelectionBaselines.choices(described, members));
  }

  /** Fits to those profiles that the predicate names. */
  private List<Dataset<Row>> profiles(Dataset<Row> customers, String predicate) {
    Map<String, AdditionalScorecard> profiles =
        RuleNames.profilesIn(cut.settings(), List.of(predicate));
    return profiles.entrySet().stream()
        .map(profile -> fit(customers, profile.getKey(), profile.getValue()))
        .reduce(Dataset::unionByName)
        .map(fits -> scratch.apply(ProfileFits.columns(fits, profiles.keySet())))
        .stream()
        .toList();
  }

  private static Dataset<Row> fit(
      Dataset<Row> customers, String name, AdditionalScorecard profile) {
    Dataset<Row> subjects = AdditionalFit.subjects(customers, profile);
    return AdditionalFit.of(name, subjects, ScorecardFitter.of(subjects, profile.card()));
  }

  /** Segments are found only where a rule uses them, since finding them is expensive. */
  private Dataset<Row> segments(Dataset<Row> features) {
    return IdealCohortSources.usesSegments(cut.settings())
        ? scratch.apply(
            CustomerSegmentation.of(features, cut.settings().segments(), cut.asOf()).customers())
        : cut.lake().none(SegmentColumns.CUSTOMER_SEGMENTS);
  }

  /** Likelihoods are learned only where a criterion or the predicate names one, as segments are. */
  private Dataset<Row> likelihoods(DayFeatures measured) {
    return IdealCohortSources.usesLikelihoods(cut.settings())
        ? scratch.apply(LikelihoodTables.customers(cut, measured, scratch))
        : cut.lake().none(LikelihoodColumns.TABLE);
  }

  /** Preferences are found only where the predicate names one, since that reads all messages. */
  private Dataset<Row> preferences() {
    Optional<Dataset<Row>> facts =
        IdealCohortSources.usesPreferences(cut.settings())
            ? ContactFacts.of(cut.clean(ContactsJob.READ), cut.settings().contacts(), cut.asOf())
            : Optional.empty();
    return facts
        .map(found -> scratch.apply(ContactPreferences.of(found, cut.asOf())))
        .orElseGet(() -> cut.lake().none(PreferenceColumns.TABLE));
  }

  /** Journeys are followed only where a criterion or the predicate names one. */
  private List<Dataset<Row>> journeys(DayFeatures measured) {
    return IdealCohortSources.usesJourneys(cut.settings())
        ? List.of(
            scratch.apply(
                new EarlierJourneys(cut, scratch, measured.inputs().network()).attributes()))
        : List.of();
  }

  /** Records are read only where a rule names an attribute, which then is one that lasts. */
  private List<Dataset<Row>> records() {
    Dataset<Row> clean = cut.clean(List.of(Sources.CUSTOMERS)).get(Sources.CUSTOMERS);
    return clean != null && IdealCohortSources.named(cut.settings()).records()
        ? List.of(AttributeTables.records(cut.settings(), clean, cut.asOf()))
        : List.of();
  }

  private Dataset<Row> value(Dataset<Row> features, DayFeatures measured) {
    Dataset<Row> customers = scratch.apply(CustomerBase.customers(features));
    Dataset<Row> days = scratch.apply(ValueJob.salesDays(measured.inputs().days()));
    ModelResults results = ValueJob.compareAndFit(cut, customers, days, scratch);
    return CustomerValue.of(customers, days, cut.asOf(), results);
  }
}
