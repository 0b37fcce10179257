package dev.dangol.report.data;

import java.util.List;

/**
 * Figures of the first screen beside those of the ideal cohort.
 *
 * @param moved the criteria that moved most customers since the run before
 * @param steps the three things to do next, the one with most at stake first
 */
public record FirstScreen(MovedCriteria moved, List<NextStep> steps) {
  public FirstScreen {
    steps = List.copyOf(steps);
  }

  static FirstScreen read(
      ReportTables tables,
      CustomerBreakdown customers,
      List<CriterionLine> criteria,
      JourneySummary journeys) {
    return new FirstScreen(
        MovedCriteria.read(tables, criteria.stream().map(CriterionLine::criterion).toList()),
        NextStep.of(customers, criteria, journeys, SuppressedChannel.read(tables)));
  }
}
