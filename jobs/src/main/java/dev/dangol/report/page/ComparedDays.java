package dev.dangol.report.page;

import dev.dangol.report.data.CohortLine;
import dev.dangol.report.data.CustomerBreakdown;
import dev.dangol.report.data.CustomerTotals;
import dev.dangol.report.data.FigurePanel;
import dev.dangol.report.data.FigurePanel.PanelLine;
import dev.dangol.report.data.PanelColumn;
import dev.dangol.report.data.ReportStory;
import dev.dangol.table.Field;
import dev.dangol.table.Unit;
import dev.dangol.table.features.FeatureColumns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Comparison of the day described with an earlier one, section by section.
 *
 * @param earlier the same page's view of the earlier day
 */
public record ComparedDays(PageView now, PageView earlier) {
  /**
   * A figure on both days.
   *
   * @param then on the earlier day; empty where it was not measured
   */
  public record ComparedFigure(
      String name, Unit unit, Optional<BigDecimal> then, Optional<BigDecimal> today) {
    /** The difference; empty where either is not measured. */
    public Optional<BigDecimal> change() {
      return then.flatMap(before -> today.map(after -> after.subtract(before)));
    }
  }

  /** The figures by section, in the order of the page; sections without any are left out. */
  public Map<String, List<ComparedFigure>> sections() {
    Map<String, List<ComparedFigure>> sections = new LinkedHashMap<>();
    sections.put("qualities", qualities());
    sections.put("fit", levels());
    sections.put("cohorts", cohorts());
    now.story().panels().forEach((id, panel) -> sections.put(id, panel(id, panel)));
    Map<String, List<ComparedFigure>> ordered = new LinkedHashMap<>();
    for (String section : PageSections.ids()) {
      List<ComparedFigure> figures = sections.getOrDefault(section, List.of());
      if (!figures.isEmpty()) {
        ordered.put(section, figures);
      }
    }
    return ordered;
  }

  private List<ComparedFigure> qualities() {
    List<ComparedFigure> figures = new ArrayList<>();
    for (Field quality : FeatureColumns.QUALITIES) {
      figures.add(
          new ComparedFigure(
              now.features().name(quality),
              Unit.POINTS,
              decimal(earlier.story().customers().ideal().mean(quality)),
              decimal(now.story().customers().ideal().mean(quality))));
    }
    return figures;
  }

  private List<ComparedFigure> levels() {
    return CustomerBreakdown.FIT_LEVELS.stream()
        .map(
            level ->
                new ComparedFigure(
                    now.words().text("fit." + level),
                    Unit.PEOPLE,
                    count(earlier.story().customers().atLevel(level)),
                    count(now.story().customers().atLevel(level))))
        .toList();
  }

  private List<ComparedFigure> cohorts() {
    return now.story().cohorts().stream()
        .map(
            cohort ->
                new ComparedFigure(
                    now.labels().name("cohort", cohort.name()),
                    Unit.PEOPLE,
                    size(earlier.story(), cohort.name()),
                    Optional.of(BigDecimal.valueOf(cohort.size()))))
        .toList();
  }

  /** The first figure of each line. */
  private List<ComparedFigure> panel(String id, FigurePanel panel) {
    PanelView view = now.panel(id);
    PanelColumn column = panel.query().shape().figures().get(0);
    FigurePanel before = earlier.story().panels().get(id);
    return panel.lines().stream()
        .map(
            line ->
                new ComparedFigure(
                    view.name(line) + ": " + now.words().text("panel." + column.name()),
                    column.unit(),
                    before.line(line.keys()).flatMap(ComparedDays::first),
                    first(line)))
        .toList();
  }

  /** A figure as the page shows it, without its unit. */
  public String text(ComparedFigure figure, Optional<BigDecimal> value) {
    return value
        .map(number -> now.cells().number(figure.unit(), number))
        .orElseGet(() -> now.words().text("value.nothing"));
  }

  /** A change with its sign. */
  public String change(ComparedFigure figure) {
    return figure
        .change()
        .map(number -> (number.signum() > 0 ? "+" : "") + now.cells().number(figure.unit(), number))
        .orElseGet(() -> now.words().text("value.nothing"));
  }

  private static Optional<BigDecimal> first(PanelLine line) {
    return line.figures().get(0);
  }

  private static Optional<BigDecimal> size(ReportStory story, String cohort) {
    return story.cohorts().stream()
        .filter(line -> line.name().equals(cohort))
        .map(CohortLine::size)
        .map(BigDecimal::valueOf)
        .findFirst();
  }

  private static Optional<BigDecimal> count(CustomerTotals totals) {
    return Optional.of(BigDecimal.valueOf(totals.customers()));
  }

  private static Optional<BigDecimal> decimal(OptionalDouble value) {
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(BigDecimal.valueOf(value.getAsDouble()));
  }
}
