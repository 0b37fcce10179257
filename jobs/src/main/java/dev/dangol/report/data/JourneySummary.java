package dev.dangol.report.data;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.Table;
import dev.dangol.table.results.GoalColumns;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.results.JourneyFindingColumns;
import dev.dangol.table.results.JourneyFlowColumns;
import dev.dangol.table.results.JourneySourceColumns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Journeys of people to each goal, in sums.
 *
 * @param goals in the order of their names
 */
public record JourneySummary(List<GoalPanel> goals) {
  private static final String FIRST_TOUCH = "first_touch_kind";
  private static final int MOST_BOTTLENECKS = 3;
  private static final int MOST_PLACES = 8;
  private static final int MOST_ERRORS = 5;

  public JourneySummary {
    goals = List.copyOf(goals);
  }

  /**
   * One goal.
   *
   * @param counted true where its value is a number of decisions and no amount
   * @param target empty where nothing is to be reached
   * @param steps in the order of the stages; empty where touches are not known
   * @param costs by stage, the one without a name last
   * @param bands by class of products
   * @param errors by kind, those met most often first
   * @param sources by kind of first touch, those with the most journeys first
   * @param places by channel and stage, those with the largest gap first
   */
  public record GoalPanel(
      String goal,
      BigDecimal value,
      boolean counted,
      Optional<BigDecimal> target,
      List<FunnelStep> steps,
      Map<String, RowReader> costs,
      List<RowReader> bands,
      List<RowReader> errors,
      List<RowReader> sources,
      List<RowReader> places) {
    /** The steps at which most value is lost, the worst first; at most three. */
    public List<FunnelStep> bottlenecks() {
      return steps.stream()
          .filter(step -> step.lost().filter(lost -> lost.signum() > 0).isPresent())
          .sorted(Comparator.comparing(FunnelStep::rank))
          .limit(MOST_BOTTLENECKS)
          .toList();
    }

    /** All that was spent, and of it what sleeping journeys cost. */
    public BigDecimal spent(Field part) {
      return costs.values().stream()
          .map(row -> row.amount(part).orElse(BigDecimal.ZERO))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /** A transition between neighbouring stages, with the money spent in the first of them. */
  public record FunnelStep(RowReader cells, BigDecimal cost) {
    public String from() {
      return cells.text(JourneyFlowColumns.FROM_STAGE).orElseThrow();
    }

    public long entered() {
      return cells.count(JourneyFlowColumns.ENTERED);
    }

    public long passed() {
      return cells.count(JourneyFlowColumns.PASSED);
    }

    public long waiting() {
      return cells.count(JourneyFlowColumns.WAITING);
    }

    public long dropped() {
      return cells.count(JourneyFlowColumns.DROPPED);
    }

    public OptionalDouble passedShare() {
      return cells.number(JourneyFlowColumns.PASSED_SHARE);
    }

    public OptionalDouble halfDays() {
      return cells.number(JourneyFlowColumns.DWELL_P50);
    }

    public Optional<BigDecimal> lost() {
      return cells.amount(JourneyFlowColumns.VALUE_LOST);
    }

    long rank() {
      return cells.count(JourneyFlowColumns.RANK);
    }
  }

  /**
   * Reads each table once.
   *
   * @param counted the goals whose value is a number of decisions
   */
  static JourneySummary read(ReportTables tables, Set<String> counted) {
    List<GoalPanel> goals = new ArrayList<>();
    List<RowReader> progress = rows(tables, GoalColumns.PROGRESS);
    List<RowReader> transitions = rows(tables, JourneyFlowColumns.TRANSITIONS);
    List<RowReader> costs = rows(tables, JourneyFlowColumns.COSTS);
    List<RowReader> bands = rows(tables, JourneyFindingColumns.BANDS);
    List<RowReader> errors = rows(tables, JourneyFindingColumns.ERRORS);
    List<RowReader> sources = rows(tables, JourneySourceColumns.SOURCES);
    List<RowReader> places = rows(tables, JourneySourceColumns.PRESENCE);
    for (RowReader goal : progress) {
      String name = goal.text(JourneyColumns.GOAL).orElseThrow();
      Map<String, RowReader> spent = byStage(of(name, costs));
      goals.add(
          new GoalPanel(
              name,
              goal.total(GoalColumns.VALUE),
              counted.contains(name),
              goal.amount(GoalColumns.TARGET),
              steps(of(name, transitions), spent),
              spent,
              of(name, bands),
              byFrequency(of(name, errors)),
              firstTouches(of(name, sources)),
              byGap(of(name, places))));
    }
    goals.sort(Comparator.comparing(GoalPanel::goal));
    return new JourneySummary(goals);
  }

  private static List<RowReader> rows(ReportTables tables, Table table) {
    return tables.of(table).collectAsList().stream().map(RowReader::new).toList();
  }

  private static List<RowReader> of(String goal, List<RowReader> rows) {
    return rows.stream()
        .filter(row -> row.text(JourneyColumns.GOAL).orElseThrow().equals(goal))
        .toList();
  }

  private static Map<String, RowReader> byStage(List<RowReader> costs) {
    Map<String, RowReader> byStage = new LinkedHashMap<>();
    costs.forEach(row -> byStage.put(row.text(JourneyFlowColumns.STAGE).orElse(""), row));
    return byStage;
  }

  /** The steps in the order of the stages: each leads to the next. */
  private static List<FunnelStep> steps(List<RowReader> rows, Map<String, RowReader> costs) {
    Map<String, RowReader> byFrom = new LinkedHashMap<>();
    List<String> targets = new ArrayList<>();
    rows.forEach(
        row -> {
          byFrom.put(row.text(JourneyFlowColumns.FROM_STAGE).orElseThrow(), row);
          targets.add(row.text(JourneyFlowColumns.TO_STAGE).orElseThrow());
        });
    List<FunnelStep> steps = new ArrayList<>();
    String from =
        byFrom.keySet().stream().filter(stage -> !targets.contains(stage)).findFirst().orElse("");
    while (byFrom.containsKey(from) && steps.size() < rows.size()) {
      RowReader row = byFrom.get(from);
      BigDecimal cost =
          Optional.ofNullable(costs.get(from))
              .flatMap(spent -> spent.amount(JourneyColumns.COST))
              .orElse(BigDecimal.ZERO);
      steps.add(new FunnelStep(row, cost));
      from = row.text(JourneyFlowColumns.TO_STAGE).orElseThrow();
    }
    return steps;
  }

  private static List<RowReader> byFrequency(List<RowReader> errors) {
    return errors.stream()
        .sorted(
            Comparator.comparing((RowReader row) -> -row.count(JourneyFindingColumns.MET))
                .thenComparing(row -> row.text(JourneyFindingColumns.ERROR).orElseThrow()))
        .limit(MOST_ERRORS)
        .toList();
  }

  private static List<RowReader> firstTouches(List<RowReader> sources) {
    return sources.stream()
        .filter(row -> row.text(JourneySourceColumns.KIND).orElseThrow().equals(FIRST_TOUCH))
        .sorted(
            Comparator.comparing((RowReader row) -> -row.count(JourneySourceColumns.JOURNEYS))
                .thenComparing(row -> row.text(JourneySourceColumns.VALUE).orElse("")))
        .toList();
  }

  private static List<RowReader> byGap(List<RowReader> places) {
    return places.stream()
        .sorted(
            Comparator.comparing(
                    (RowReader row) -> -row.number(JourneySourceColumns.GAP).orElse(-2))
                .thenComparing(row -> row.text(JourneySourceColumns.CHANNEL).orElse(""))
                .thenComparing(row -> row.text(JourneySourceColumns.STAGE).orElse("")))
        .limit(MOST_PLACES)
        .toList();
  }
}
