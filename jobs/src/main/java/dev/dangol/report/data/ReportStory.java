package dev.dangol.report.data;

import dev.dangol.table.RunColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.DeliveryColumns;
import dev.dangol.table.results.ProofColumns;
import dev.dangol.table.results.RetentionColumns;
import dev.dangol.table.results.ScorecardColumns;
import dev.dangol.table.results.UpliftColumns;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures of the whole page: sums only, never a row about one customer. */
public record ReportStory(
    CustomerBreakdown customers,
    ScoringSummary scoring,
    List<CriterionLine> criteria,
    List<CohortLine> cohorts,
    List<PersonaPanel> portraits,
    List<SegmentLine> segments,
    SegmentChanges changes,
    RetentionGrid retention,
    ValueSummary value,
    LikelihoodSummary likelihoods,
    JourneySummary journeys,
    BacktestEvidence evidence,
    LookalikeSummary likeness,
    CampaignResults campaigns,
    TalkSummary talk,
    ContactSummary contacts,
    EvidenceSummary evidenceTables,
    ExperienceSummary experience,
    List<ExportLine> exports,
    List<MeasureGap> gaps,
    DataQuality quality,
    FirstScreen first,
    Map<String, FigurePanel> panels) {

  /** Quality of the data: rejected rows and checks. */
  public record DataQuality(RejectedRows rejections, List<CheckLine> checks) {
    static DataQuality read(ReportTables tables) {
      return new DataQuality(
          RejectedRows.read(tables.of(RunColumns.QUARANTINE)),
          CheckLine.read(tables.of(RunColumns.QUALITY_CHECKS)));
    }

    /** Checks whose bound does not hold. */
    public long failed() {
      return checks.stream()
          .filter(check -> check.result() == CheckLine.CheckResult.FAILED)
          .count();
    }
  }

  /**
   * Scoring of the customers.
   *
   * @param cuts the cut points, by criterion
   */
  public record ScoringSummary(Map<String, CutLine> cuts, FitGrid grid) {
    static ScoringSummary read(ReportTables tables) {
      return new ScoringSummary(
          CutLine.read(tables.of(ScorecardColumns.SCORECARD)),
          FitGrid.read(tables.of(CohortColumns.CUSTOMER_FIT)));
    }

    /** The criterion's cut points; empty where they were not stored. */
    public Optional<CutLine> cut(String criterion) {
      return Optional.ofNullable(cuts.get(criterion));
    }
  }

  /** Reads what the page needs. */
  public static ReportStory read(ReportTables tables, ReportOptions options) {
    SegmentChanges changes = SegmentChanges.read(tables);
    CustomerBreakdown customers =
        new CustomerBreakdown(CustomerGroup.read(tables, options.windows()));
    List<CriterionLine> criteria =
        CriterionLine.read(tables.of(CohortColumns.SCORECARD_REASONS), customers);
    JourneySummary journeys = JourneySummary.read(tables, options.countedGoals());
    return new ReportStory(
        customers,
        ScoringSummary.read(tables),
        criteria,
        CohortLine.read(tables.of(CohortColumns.COHORTS)),
        PersonaPanel.read(tables),
        changes.standing(),
        changes,
        RetentionGrid.read(tables.of(RetentionColumns.TABLE), options.asOf()),
        ValueSummary.read(tables),
        LikelihoodSummary.read(tables),
        journeys,
        BacktestEvidence.read(tables.of(ProofColumns.TABLE)),
        LookalikeSummary.read(tables),
        CampaignResults.read(tables.of(UpliftColumns.UPLIFT)),
        TalkSummary.read(tables),
        ContactSummary.read(tables),
        EvidenceSummary.read(tables, options.windows()),
        ExperienceSummary.read(tables),
        ExportLine.read(tables.of(DeliveryColumns.TABLE), options.asOf()),
        MeasureGap.read(tables.of(RunColumns.NOT_MEASURED)),
        DataQuality.read(tables),
        FirstScreen.read(tables, customers, criteria, journeys),
        PanelReader.read(tables, PanelQueries.all(options.windows())));
  }

  /** The cohort named ideal; empty where none is configured. */
  public Optional<CohortLine> ideal() {
    return cohorts.stream().filter(CohortLine::isIdeal).findFirst();
  }

  public List<CohortLine> otherCohorts() {
    return cohorts.stream().filter(cohort -> !cohort.isIdeal()).toList();
  }

  /** Customers who are too far from everyone else to have a part in finding the segments. */
  public long outliers() {
    return segments.stream().mapToLong(segment -> segment.value().outliers()).sum();
  }
}
