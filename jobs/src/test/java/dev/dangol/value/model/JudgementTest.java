package dev.dangol.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.value.model.Outcomes.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

class JudgementTest {
  /** Customer i has frequency i and buys what is given. */
  private static Outcomes outcomes(double... later) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < later.length; i++) {
      outcomes.add(new Outcome(new History(i, i, 50), later[i], 1));
    }
    return Outcomes.of(outcomes);
  }

  @Test
  void what_comes_as_expected_is_without_error() {
    Judgement judgement = Judgement.of(outcomes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), History::frequency);
    assertThat(judgement.error()).isZero();
    assertThat(judgement.bias()).isZero();
    assertThat(judgement.rankCorrelation()).isCloseTo(1, within(1e-12));
    assertThat(judgement.topTenth()).isEqualTo(1);
    assertThat(judgement.buckets()).hasSize(10);
    assertThat(judgement.buckets().get(9)).isEqualTo(new Judgement.Bucket(10, 9, 9, 1));
  }

  @Test
  void error_bias_and_ranks_are_those_of_a_plain_computation() {
    double[] later = {0, 3, 0, 1, 1, 0, 4, 2, 9, 0, 5, 1};
    double[] expected = new double[later.length];
    double difference = 0;
    double total = 0;
    for (int i = 0; i < later.length; i++) {
      expected[i] = Math.floor(i / 3.0);
      difference += Math.abs(expected[i] - later[i]);
      total += expected[i];
    }
    Judgement judgement =
        Judgement.of(outcomes(later), history -> Math.floor(history.frequency() / 3));
    assertThat(judgement.error()).isCloseTo(difference / later.length, within(1e-12));
    assertThat(judgement.bias()).isCloseTo(total / 26 - 1, within(1e-12));
    assertThat(judgement.rankCorrelation())
        .isCloseTo(new SpearmansCorrelation().correlation(expected, later), within(1e-12));
  }

  @Test
  void customers_counted_together_weigh_as_many_as_they_are() {
    Outcomes together =
        Outcomes.of(
            List.of(
                new Outcome(new History(0, 0, 50), 0, 3),
                new Outcome(new History(0, 0, 50), 1, 1),
                new Outcome(new History(5, 40, 50), 2, 2)));
    List<Outcome> apart = new ArrayList<>();
    for (Outcome outcome : together.all()) {
      for (int i = 0; i < outcome.customers(); i++) {
        apart.add(new Outcome(outcome.before(), outcome.later(), 1));
      }
    }
    assertThat(Judgement.of(together, History::recency))
        .usingRecursiveComparison()
        .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1, Double.class)
        .isEqualTo(Judgement.of(Outcomes.of(apart), History::recency));
  }

  @Test
  void the_best_tenth_is_found_by_half_where_half_of_it_was_foretold() {
    double[] later = new double[20];
    later[18] = 7;
    later[3] = 6;
    Judgement judgement = Judgement.of(outcomes(later), History::frequency);
    assertThat(judgement.topTenth()).isEqualTo(0.5);
    Judgement blind = Judgement.of(outcomes(later), history -> 1);
    assertThat(blind.topTenth()).isCloseTo(0.1, within(1e-12));
    assertThat(blind.rankCorrelation()).isNaN();
  }

  @Test
  void nobody_and_no_purchases_give_no_numbers() {
    Judgement nobody = Judgement.of(outcomes(), History::frequency);
    assertThat(nobody.error()).isNaN();
    assertThat(nobody.topTenth()).isNaN();
    assertThat(nobody.buckets()).isEmpty();
    Judgement silence = Judgement.of(outcomes(0, 0, 0), History::frequency);
    assertThat(silence.bias()).isNaN();
    assertThat(silence.rankCorrelation()).isNaN();
    assertThat(silence.topTenth()).isNaN();
    assertThat(silence.error()).isEqualTo(1);
  }
}
