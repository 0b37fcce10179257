package dev.dangol.report;

import dev.dangol.table.CohortColumns;
import dev.dangol.table.PersonaColumns;
import dev.dangol.table.ProofColumns;
import dev.dangol.table.RetentionColumns;
import dev.dangol.table.RunColumns;
import dev.dangol.table.ScorecardColumns;
import dev.dangol.table.UpliftColumns;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything the page tells, in numbers: sums only, never a row about one customer. */
public record Story(
    Customers customers,
    Scoring scoring,
    List<CriterionLine> criteria,
    List<CohortLine> cohorts,
    List<Portrait> portraits,
    List<SegmentLine> segments,
    SegmentChanges changes,
    Retention retention,
    Value value,
    Evidence evidence,
    Likeness likeness,
    Campaigns campaigns,
    List<Gap> gaps,
    Quality quality) {

  /** How good the data is. */
  public record Quality(Rejections rejections, List<CheckLine> checks) {}

  /**
   * How customers were scored.
   *
   * @param cuts where the cut points lay, by criterion
   */
  public record Scoring(Map<String, CutLine> cuts, FitGrid grid) {
    /** The criterion's cut points; empty where they were not stored. */
    public Optional<CutLine> cut(String criterion) {
      return Optional.ofNullable(cuts.get(criterion));
    }
  }

  /** Reads what the page needs. */
  static Story read(ReportTables tables, ReportOptions options) {
    SegmentChanges changes = SegmentChanges.read(tables);
    Customers customers = new Customers(CustomerGroup.read(tables, options.windows()));
    return new Story(
        customers,
        new Scoring(
            CutLine.read(tables.of(ScorecardColumns.SCORECARD)),
            FitGrid.read(tables.of(CohortColumns.CUSTOMER_FIT))),
        CriterionLine.read(tables.of(CohortColumns.SCORECARD_REASONS), customers),
        CohortLine.read(tables.of(CohortColumns.COHORTS)),
        Portrait.read(tables.of(PersonaColumns.TABLE), options.language()),
        changes.standing(),
        changes,
        Retention.read(tables.of(RetentionColumns.TABLE), options.asOf()),
        Value.read(tables),
        Evidence.read(tables.of(ProofColumns.TABLE)),
        Likeness.read(tables),
        Campaigns.read(tables.of(UpliftColumns.UPLIFT)),
        Gap.read(tables.of(RunColumns.NOT_MEASURED)),
        new Quality(
            Rejections.read(tables.of(RunColumns.QUARANTINE)),
            CheckLine.read(tables.of(RunColumns.QUALITY_CHECKS))));
  }

  /** The cohort named ideal; empty where none is configured. */
  public Optional<CohortLine> ideal() {
    return cohorts.stream().filter(CohortLine::isIdeal).findFirst();
  }

  public List<CohortLine> otherCohorts() {
    return cohorts.stream().filter(cohort -> !cohort.isIdeal()).toList();
  }

  /** Customers in no segment: set aside as too far from everyone else. */
  public long outliers() {
    long inSegments = segments.stream().mapToLong(segment -> segment.value().size()).sum();
    return Math.max(0, customers.everyone().customers() - inSegments);
  }
}
