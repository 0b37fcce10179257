package dev.dangol.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.testing.TestDay;
import dev.dangol.value.model.ForecastAccuracy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelComparisonTest {
  private static ModelScore verdict(double error, double bias, double rank, double score) {
    return new ModelScore(new ForecastAccuracy(error, bias, rank, Double.NaN, List.of()), score);
  }

  private static ModelComparison contest(Map<String, ModelScore> verdicts) {
    return new ModelComparison(Optional.empty(), verdicts, Map.of(), Map.of());
  }

  private static final ModelComparison JUDGED =
      contest(
          Map.of(
              "bg-nbd", verdict(0.4, 0.1, 0.3, -0.5),
              "mbg-nbd", verdict(0.3, -0.2, 0.3, -0.4),
              "recency-cut", verdict(0.3, 0.3, 0.6, Double.NaN),
              "frequency-rank", verdict(Double.NaN, Double.NaN, 0.6, Double.NaN)));

  @Test
  void who_is_best_at_what_is_reported_of_models_and_rules_alike() {
    assertThat(JUDGED.bestAt("bg-nbd")).contains(List.of("holdout_bias"));
    assertThat(JUDGED.bestAt("mbg-nbd")).contains(List.of("holdout_error", "holdout_log_score"));
    assertThat(JUDGED.bestAt("recency-cut"))
        .contains(List.of("holdout_error", "holdout_rank_correlation"));
    assertThat(JUDGED.bestAt("frequency-rank")).contains(List.of("holdout_rank_correlation"));
    assertThat(JUDGED.bestAt("pareto-nbd")).isEmpty();
  }

  @Test
  void the_model_with_the_highest_log_score_is_the_best_of_those_fitted() {
    assertThat(JUDGED.best(List.of("bg-nbd", "mbg-nbd"))).contains("mbg-nbd");
    assertThat(JUDGED.best(List.of("bg-nbd", "pareto-nbd"))).contains("bg-nbd");
    assertThat(JUDGED.best(List.of())).isEmpty();
  }

  @Test
  void equals_and_those_that_nobody_judged_are_taken_by_name() {
    ModelScore same = verdict(1, 1, 1, -0.5);
    ModelComparison equals = contest(Map.of("pareto-nbd", same, "bg-nbd", same));
    assertThat(equals.best(List.of("pareto-nbd", "bg-nbd"))).contains("bg-nbd");
    assertThat(contest(Map.of()).best(List.of("pareto-nbd", "mbg-nbd"))).contains("mbg-nbd");
  }

  @Test
  void at_most_a_third_of_the_time_is_held_out() {
    LocalDate day = LocalDate.of(1997, 9, 30);
    assertThat(CalibrationSplit.before(TestDay.of(day), 272, 180))
        .contains(new CalibrationSplit(LocalDate.of(1997, 7, 2), 90));
    assertThat(CalibrationSplit.before(TestDay.of(day), 2_000, 180))
        .contains(new CalibrationSplit(LocalDate.of(1997, 4, 3), 180));
    assertThat(CalibrationSplit.before(TestDay.of(day), 2, 180)).isEmpty();
    assertThat(new CalibrationSplit(LocalDate.of(1997, 7, 2), 90).to()).isEqualTo(day);
  }
}
