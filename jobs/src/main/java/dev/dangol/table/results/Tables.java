package dev.dangol.table.results;

import dev.dangol.table.RunColumns;
import dev.dangol.table.Table;
import dev.dangol.table.TableView;
import dev.dangol.table.evidence.CareCostColumns;
import dev.dangol.table.evidence.DriftColumns;
import dev.dangol.table.evidence.MediaColumns;
import dev.dangol.table.evidence.MissedColumns;
import dev.dangol.table.evidence.QuadrantColumns;
import dev.dangol.table.evidence.QuotedColumns;
import dev.dangol.table.evidence.RivalWindowColumns;
import dev.dangol.table.evidence.RoleColumns;
import dev.dangol.table.evidence.TacticColumns;
import dev.dangol.table.features.EffortColumns;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.features.NetworkColumns;
import dev.dangol.table.features.RepeatColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.features.StrikeColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.List;
import java.util.stream.Stream;

/** List of every table that Dangol writes; the data dictionary is made from it. */
public final class Tables {
  private Tables() {}

  /**
   * Lists every table.
   *
   * @param windows the configured windows of days, which decide the columns of customer_features
   * @param horizons the configured days ahead, which decide those of customer_value
   */
  public static List<Table> all(List<Integer> windows, List<Integer> horizons) {
    Stream<Table> clean =
        Stream.concat(
            Sources.ALL.stream().map(Source::clean),
            Sources.ALL.stream().filter(Source::keepsRawRows).map(Source::landedTable));
    return Stream.of(
            clean,
            ofIngest(),
            ofFeatures(windows),
            ofValue(horizons),
            ofSegments(),
            ofContacts(),
            ofJourneys(),
            ofCohorts(),
            ofExperience(),
            ofOutcomes(),
            ofEvidence())
        .flatMap(tables -> tables)
        .toList();
  }

  /** Lists every table, and then every view with its columns. */
  public static List<Table> withViews(List<Integer> windows, List<Integer> horizons) {
    List<TableView> views = views(ContactViews.of(List.of()));
    return Stream.concat(all(windows, horizons).stream(), views.stream().map(TableView::table))
        .toList();
  }

  /**
   * Lists every view.
   *
   * @param contacts the view of contacts, over the sources and events that there are
   */
  public static List<TableView> views(TableView contacts) {
    return Stream.concat(TeamViews.ALL.stream(), Stream.of(contacts)).toList();
  }

  private static Stream<Table> ofIngest() {
    return Stream.of(
        FileColumns.SOURCE_FILES,
        RunColumns.QUARANTINE,
        IdentityColumns.CUSTOMER_IDENTITY,
        CustomerContacts.TABLE,
        ErasureColumns.TABLE);
  }

  private static Stream<Table> ofFeatures(List<Integer> windows) {
    return Stream.of(
        FeatureTable.of(windows),
        CustomColumns.TABLE,
        EffortColumns.TABLE,
        RetentionColumns.TABLE,
        LikelihoodColumns.TABLE,
        LikelihoodColumns.CALIBRATION,
        RepeatColumns.TABLE,
        ProductCycleColumns.TABLE,
        NetworkColumns.TABLE);
  }

  private static Stream<Table> ofValue(List<Integer> horizons) {
    return Stream.of(
        ValueModelColumns.TABLE,
        ValueColumns.customerValue(horizons),
        ValueModelColumns.CALIBRATION,
        ValueModelColumns.TRACKING,
        ValueGroupColumns.TABLE,
        WhatIfColumns.TABLE,
        SurvivalColumns.TABLE);
  }

  private static Stream<Table> ofSegments() {
    return Stream.of(
        SegmentColumns.SEGMENTS,
        SegmentColumns.CUSTOMER_SEGMENTS,
        SegmentColumns.SEGMENT_SEARCH,
        SegmentColumns.SEGMENT_FLOWS,
        SegmentColumns.SEGMENT_MODELS,
        SegmentColumns.SEGMENT_DRIFT);
  }

  private static Stream<Table> ofContacts() {
    return Stream.of(
        ReplyColumns.TIMES,
        ReplyColumns.RETENTION,
        RelevanceColumns.MESSAGES,
        MessageScoreColumns.TABLE,
        RelevanceColumns.SPAM_RISK,
        SuppressionColumns.TABLE,
        NeedColumns.THEMES,
        NeedColumns.SELF_SERVICE,
        PreferenceColumns.TABLE,
        AffinityColumns.TABLE);
  }

  private static Stream<Table> ofJourneys() {
    return Stream.of(
        JourneyColumns.TABLE,
        JourneyFlowColumns.TRANSITIONS,
        JourneyFlowColumns.COSTS,
        JourneySourceColumns.SOURCES,
        JourneySourceColumns.PRESENCE,
        JourneyFindingColumns.DRIVERS,
        JourneyFindingColumns.ERRORS,
        JourneyFindingColumns.BANDS,
        GoalColumns.PROGRESS,
        GoalColumns.CONTRIBUTION,
        JourneyPathColumns.TABLE,
        CompanyColumns.TABLE);
  }

  private static Stream<Table> ofEvidence() {
    return Stream.of(
        QuadrantColumns.CUSTOMERS,
        QuadrantColumns.QUADRANTS,
        QuadrantColumns.RETENTION,
        MissedColumns.TABLE,
        RoleColumns.TABLE,
        CareCostColumns.TABLE,
        RivalWindowColumns.TABLE,
        MediaColumns.TABLE,
        TacticColumns.TABLE,
        DriftColumns.TABLE,
        QuotedColumns.TABLE);
  }

  private static Stream<Table> ofCohorts() {
    return Stream.of(
        CohortColumns.CUSTOMER_FIT,
        CohortColumns.SCORECARD_REASONS,
        ScorecardColumns.SCORECARD,
        ScorecardColumns.PROFILES,
        CohortColumns.COHORTS,
        CohortColumns.COHORT_DAYS,
        CohortColumns.COHORT_MOVES,
        DefinitionColumns.TABLE,
        CohortColumns.COHORT_MEMBERS,
        ProfileColumns.TABLE,
        PersonaColumns.TABLE,
        ProofColumns.TABLE,
        UpliftColumns.CONTROL_GROUPS,
        UpliftColumns.UPLIFT,
        LookalikeColumns.TABLE,
        LookalikeColumns.CALIBRATION,
        VoiceColumns.CUSTOMER_THEMES,
        VoiceColumns.TABLE,
        VoiceColumns.TERMS,
        EffectColumns.TABLE,
        AcquisitionSourceColumns.TABLE);
  }

  private static Stream<Table> ofExperience() {
    return Stream.of(
        CategoryShareColumns.TABLE,
        ProductOpinionColumns.RATINGS_TABLE,
        ProductOpinionColumns.CHECKS_TABLE,
        ProductOpinionColumns.PRICES_TABLE,
        NeedWeightColumns.WEIGHTS_TABLE,
        NeedWeightColumns.UNMET_TABLE,
        PromiseColumns.TABLE,
        AmplificationColumns.TABLE,
        CaseTimeColumns.TIMES_TABLE,
        CaseTimeColumns.ACTIONS_TABLE);
  }

  private static Stream<Table> ofOutcomes() {
    return Stream.of(
        DeliveryColumns.TABLE,
        SatisfactionColumns.TABLE,
        SatisfactionColumns.CURVE,
        StrikeColumns.TABLE,
        RunColumns.NOT_MEASURED,
        RunColumns.QUALITY_CHECKS,
        RunColumns.RUNS);
  }
}
