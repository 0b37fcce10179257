package dev.dangol.journey;

import dev.dangol.table.AsOf;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.results.JourneyFlowColumns;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Rows of transitions between stages, and of the cost of each stage.
 *
 * @param statistics of all journeys of the day
 */
public record FlowRows(JourneyStatistics statistics, AsOf asOf) {
  private static final String DECIDED = "decided";

  /** Counts of one transition, in the order of {@link TallyKind#TRANSITION}. */
  private record Transition(
      int stage, long entered, long passed, long waiting, long dropped, BigDecimal lost) {
    static Transition of(int stage, long[] n) {
      return new Transition(stage, n[0], n[1], n[2], n[3], valueLost(n));
    }

    private static BigDecimal valueLost(long[] n) {
      if (n[3] == 0) {
        return CostSpread.amount(BigDecimal.ZERO);
      }
      return n[4] == 0
          ? null
          : CostSpread.amount(
              BigDecimal.valueOf(n[5])
                  .multiply(BigDecimal.valueOf(n[3]))
                  .divide(BigDecimal.valueOf(n[4]), MathContext.DECIMAL128));
    }
  }

  /** Cost of a stage, or of what belongs to no journey, without a name. */
  private record StageCost(String name, long touches, BigDecimal cost, BigDecimal wasted) {}

  /** The rows of {@code journey_transitions}. */
  public List<Row> transitions() {
    List<Row> rows = new ArrayList<>();
    for (GoalRule goal : statistics.rules().goals()) {
      List<Transition> transitions = new ArrayList<>();
      for (int stage = 0; stage <= statistics.rules().decision(); stage++) {
        TallyKey key = new TallyKey(goal.place(), TallyKind.TRANSITION, null, stage);
        transitions.add(Transition.of(stage, statistics.tally().counts(key)));
      }
      List<Transition> ranked =
          transitions.stream()
              .filter(one -> one.lost() != null)
              .sorted(Comparator.comparing(Transition::lost).reversed())
              .toList();
      transitions.forEach(one -> rows.add(row(goal, one, ranked.indexOf(one) + 1)));
    }
    return rows;
  }

  private Row row(GoalRule goal, Transition one, int rank) {
    List<String> stages = statistics.rules().stages();
    boolean isLast = one.stage() == statistics.rules().decision();
    Optional<DurationQuantiles> dwell =
        Optional.ofNullable(
            statistics.durations().get(DurationColumns.transition(goal.place(), one.stage())));
    long judged = one.passed() + one.dropped();
    return RowWriter.of(JourneyFlowColumns.TRANSITIONS)
        .set(SharedColumns.AS_OF, asOf)
        .set(JourneyColumns.GOAL, goal.name())
        .set(JourneyFlowColumns.FROM_STAGE, stages.get(one.stage()))
        .set(JourneyFlowColumns.TO_STAGE, isLast ? DECIDED : stages.get(one.stage() + 1))
        .set(JourneyFlowColumns.ENTERED, one.entered())
        .set(JourneyFlowColumns.PASSED, one.passed())
        .set(JourneyFlowColumns.WAITING, one.waiting())
        .set(JourneyFlowColumns.DROPPED, one.dropped())
        .set(JourneyFlowColumns.PASSED_SHARE, judged == 0 ? null : (double) one.passed() / judged)
        .set(JourneyFlowColumns.DWELL_P50, dwell.map(DurationQuantiles::half))
        .set(JourneyFlowColumns.DWELL_P90, dwell.map(DurationQuantiles::tenth))
        .set(JourneyFlowColumns.VALUE_LOST, one.lost())
        .set(JourneyFlowColumns.RANK, rank == 0 ? null : (long) rank)
        .row();
  }

  /**
   * The rows of {@code journey_costs}. Each is rounded so that the rows of a goal add up to what
   * was read, to the last digit.
   */
  public List<Row> costs() {
    List<Row> rows = new ArrayList<>();
    for (GoalRule goal : statistics.rules().goals()) {
      CostSpread spread = statistics.spreads().get(goal.place());
      BigDecimal sum = BigDecimal.ZERO;
      for (int stage = 0; stage < statistics.rules().stages().size(); stage++) {
        CostLedger ledger = ledger(goal, TallyKind.STAGE, stage);
        BigDecimal before = CostSpread.amount(sum);
        sum = sum.add(spread.units(ledger));
        BigDecimal wasted = CostSpread.amount(spread.units(ledger(goal, TallyKind.WASTED, stage)));
        BigDecimal cost = CostSpread.amount(sum).subtract(before);
        String name = statistics.rules().stages().get(stage);
        rows.add(cost(goal, new StageCost(name, ledger.touches(), cost, wasted)));
      }
      CostLedger none = ledger(goal, TallyKind.NONE, 0);
      BigDecimal before = CostSpread.amount(sum);
      sum = sum.add(spread.units(none)).add(BigDecimal.valueOf(spread.unmatched()));
      BigDecimal cost = CostSpread.amount(sum).subtract(before);
      rows.add(cost(goal, new StageCost(null, none.touches(), cost, BigDecimal.ZERO)));
    }
    return rows;
  }

  private CostLedger ledger(GoalRule goal, TallyKind kind, int stage) {
    return statistics.tally().costs(new TallyKey(goal.place(), kind, null, stage));
  }

  private Row cost(GoalRule goal, StageCost stage) {
    BigDecimal cost = stage.cost();
    BigDecimal wasted = stage.wasted();
    return RowWriter.of(JourneyFlowColumns.COSTS)
        .set(SharedColumns.AS_OF, asOf)
        .set(JourneyColumns.GOAL, goal.name())
        .set(JourneyFlowColumns.STAGE, stage.name())
        .set(JourneyColumns.TOUCHES, stage.touches())
        .set(JourneyColumns.COST, cost)
        .set(JourneyFlowColumns.WASTED_AMOUNT, wasted.setScale(4, RoundingMode.HALF_UP))
        .set(
            JourneyFlowColumns.WASTED_SHARE,
            cost.signum() == 0 ? null : wasted.doubleValue() / cost.doubleValue())
        .row();
  }
}
