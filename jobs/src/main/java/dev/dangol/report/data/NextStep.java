package dev.dangol.report.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Step to take next, with the people it is about and what is at stake.
 *
 * @param kind what to do
 * @param about the criterion, channel, or stage of a goal; empty where it goes without saying
 * @param people how many it is about; journeys for {@link StepKind#UNBLOCK}
 * @param stake in the reporting currency: net sales expected of them, for {@link StepKind#UNBLOCK}
 *     the value lost; empty where it is not known
 */
public record NextStep(StepKind kind, List<String> about, long people, Optional<BigDecimal> stake) {
  /** The number of steps on the first screen. */
  private static final int SHOWN = 3;

  public NextStep {
    about = List.copyOf(about);
  }

  /** Kind of a step, in the order in which steps of equal stake are shown. */
  public enum StepKind {
    /** Win slipping ideal customers back. */
    WIN_BACK,
    /** Lift the viable customers whom one criterion keeps from being ideal. */
    LIFT,
    /** Ask advocates to recommend. */
    ASK,
    /** Mend the stage at which most value is lost. */
    UNBLOCK,
    /** Find another way to those who are to be left alone in a channel. */
    REACH
  }

  /**
   * Lists the three steps with most at stake; those about nobody are left out, and one whose stake
   * is not known comes after those whose is.
   */
  static List<NextStep> of(
      CustomerBreakdown customers,
      List<CriterionLine> criteria,
      JourneySummary journeys,
      Optional<SuppressedChannel> suppressed) {
    List<NextStep> steps = new ArrayList<>();
    steps.add(about(StepKind.WIN_BACK, List.of(), customers.slippingIdeal()));
    lift(customers, criteria).ifPresent(steps::add);
    steps.add(about(StepKind.ASK, List.of(), customers.advocates()));
    unblock(journeys).ifPresent(steps::add);
    suppressed.map(NextStep::reach).ifPresent(steps::add);
    return steps.stream()
        .filter(step -> step.people() > 0)
        .sorted(
            Comparator.comparing((NextStep step) -> step.stake().orElse(BigDecimal.valueOf(-1)))
                .reversed()
                .thenComparing(NextStep::kind))
        .limit(SHOWN)
        .toList();
  }

  /** The criterion that would lift most viable customers. */
  private static Optional<NextStep> lift(
      CustomerBreakdown customers, List<CriterionLine> criteria) {
    return criteria.stream()
        .map(CriterionLine::criterion)
        .map(name -> about(StepKind.LIFT, List.of(name), customers.liftedFirst(name)))
        .max(Comparator.comparingLong(NextStep::people).thenComparing(step -> step.about().get(0)));
  }

  private static Optional<NextStep> unblock(JourneySummary journeys) {
    return journeys.goals().stream()
        .flatMap(NextStep::bottlenecks)
        .max(Comparator.comparing(step -> step.stake().orElse(BigDecimal.ZERO)));
  }

  private static Stream<NextStep> bottlenecks(JourneySummary.GoalPanel goal) {
    return goal.bottlenecks().stream()
        .map(
            step ->
                new NextStep(
                    StepKind.UNBLOCK,
                    List.of(goal.goal(), step.from()),
                    step.dropped(),
                    step.lost()));
  }

  private static NextStep reach(SuppressedChannel channel) {
    return new NextStep(
        StepKind.REACH,
        channel.channel().stream().toList(),
        channel.customers(),
        channel.expected());
  }

  private static NextStep about(StepKind kind, List<String> about, CustomerTotals customers) {
    return new NextStep(kind, about, customers.customers(), customers.expectedNetSales());
  }
}
