package dev.dangol.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dangol.report.data.CustomerGroup.CustomerSigns;
import dev.dangol.report.data.NextStep.StepKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NextStepTest {
  private static final JourneySummary NO_JOURNEYS = new JourneySummary(List.of());
  private static final CustomerSigns SLIPPING = new CustomerSigns(true, false);
  private static final CustomerSigns ADVOCATE = new CustomerSigns(false, true);
  private static final CustomerSigns PLAIN = new CustomerSigns(false, false);

  @Test
  void the_three_steps_with_most_at_stake_are_shown() {
    List<NextStep> steps =
        NextStep.of(
            customers(
                ideal(SLIPPING, 3, "300"),
                ideal(PLAIN, 50, "9999"),
                viable("pays", 5, "500"),
                viable("returns", 9, "90"),
                ideal(ADVOCATE, 2, "40")),
            List.of(criterion("pays"), criterion("returns")),
            NO_JOURNEYS,
            Optional.of(new SuppressedChannel(Optional.of("email"), 7, money("70"))));

    assertThat(steps)
        .extracting(NextStep::kind, NextStep::people, step -> step.stake().orElseThrow().intValue())
        .containsExactly(
            tuple(StepKind.WIN_BACK, 3L, 300),
            tuple(StepKind.LIFT, 9L, 90),
            tuple(StepKind.REACH, 7L, 70));
    assertThat(steps.get(1).about()).containsExactly("returns");
  }

  @Test
  void steps_about_nobody_are_left_out_and_unknown_stakes_come_last() {
    List<NextStep> steps =
        NextStep.of(
            customers(ideal(SLIPPING, 3, null), ideal(ADVOCATE, 2, "1")),
            List.of(criterion("pays")),
            NO_JOURNEYS,
            Optional.empty());

    assertThat(steps).extracting(NextStep::kind).containsExactly(StepKind.ASK, StepKind.WIN_BACK);
    assertThat(steps.get(1).stake()).isEmpty();
  }

  @Test
  void advocates_who_are_slipping_are_won_back_before_they_are_asked() {
    CustomerBreakdown customers = customers(ideal(new CustomerSigns(true, true), 4, "10"));

    assertThat(customers.slippingIdeal().customers()).isEqualTo(4);
    assertThat(customers.advocates().customers()).isZero();
  }

  @Test
  void without_customers_there_is_nothing_to_do() {
    assertThat(NextStep.of(customers(), List.of(), NO_JOURNEYS, Optional.empty())).isEmpty();
  }

  private static CustomerBreakdown customers(CustomerGroup... groups) {
    return new CustomerBreakdown(List.of(groups));
  }

  private static CustomerGroup ideal(CustomerSigns signs, long customers, String expected) {
    return group(Optional.empty(), signs, customers, expected);
  }

  private static CustomerGroup viable(String lift, long customers, String expected) {
    return group(Optional.of(lift), PLAIN, customers, expected);
  }

  /** Viable customers where something lifts them, else ideal ones. */
  private static CustomerGroup group(
      Optional<String> lift, CustomerSigns signs, long customers, String expected) {
    return new CustomerGroup(
        lift.isEmpty(),
        Optional.of(lift.isEmpty() ? "perfect" : "viable"),
        lift,
        Optional.empty(),
        signs,
        new CustomerTotals(
            customers,
            BigDecimal.ZERO,
            expected == null
                ? RunningMean.NONE
                : new RunningMean(new BigDecimal(expected), customers),
            Map.of(),
            Optional.empty()));
  }

  private static CriterionLine criterion(String name) {
    return new CriterionLine(name, Map.of(), 0, 0, 0);
  }

  private static Optional<BigDecimal> money(String amount) {
    return Optional.of(new BigDecimal(amount));
  }
}
