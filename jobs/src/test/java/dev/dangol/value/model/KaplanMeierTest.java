package dev.dangol.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.value.fitting.ParameterEstimate;
import java.util.List;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {
  /**
   * The remission times of 21 patients given 6-mercaptopurine, in weeks (Freireich et al. 1963), as
   * worked in Kalbfleisch and Prentice and every textbook since: + means still in remission.
   */
  private static KaplanMeier freireich() {
    KaplanMeier patients = new KaplanMeier();
    for (long week : new long[] {6, 6, 6, 7, 10, 13, 16, 22, 23}) {
      patients.gone(week, 1);
    }
    for (long week : new long[] {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) {
      patients.staying(week, 1);
    }
    return patients;
  }

  @Test
  void the_curve_of_the_textbook_is_found() {
    List<KaplanMeier.SurvivalStep> weeks = freireich().every(1);
    assertThat(weeks).hasSize(36);
    assertThat(weeks.get(5).survival()).isEqualTo(1);
    assertThat(weeks.get(6).survival()).isCloseTo(0.857, within(5e-4));
    assertThat(weeks.get(7).survival()).isCloseTo(0.807, within(5e-4));
    assertThat(weeks.get(10).survival()).isCloseTo(0.753, within(5e-4));
    assertThat(weeks.get(13).survival()).isCloseTo(0.690, within(5e-4));
    assertThat(weeks.get(16).survival()).isCloseTo(0.627, within(5e-4));
    assertThat(weeks.get(22).survival()).isCloseTo(0.538, within(5e-4));
    assertThat(weeks.get(23).survival()).isCloseTo(0.448, within(5e-4));
    assertThat(weeks.get(35).survival()).isEqualTo(weeks.get(23).survival());
  }

  @Test
  void its_standard_errors_are_greenwoods() {
    List<KaplanMeier.SurvivalStep> weeks = freireich().every(1);
    assertThat(error(weeks.get(6))).isCloseTo(0.0764, within(5e-4));
    assertThat(error(weeks.get(10))).isCloseTo(0.0963, within(5e-4));
    assertThat(error(weeks.get(23))).isCloseTo(0.1346, within(5e-4));
  }

  private static double error(KaplanMeier.SurvivalStep step) {
    return (step.survival() - step.low()) / ParameterEstimate.Z95;
  }

  @Test
  void steps_add_up_what_lies_between_them() {
    List<KaplanMeier.SurvivalStep> steps = freireich().every(10);
    assertThat(steps).extracting(KaplanMeier.SurvivalStep::days).containsExactly(0L, 10L, 20L, 30L);
    assertThat(steps)
        .extracting(KaplanMeier.SurvivalStep::gone)
        .containsExactly(0.0, 5.0, 2.0, 2.0);
    assertThat(steps)
        .extracting(KaplanMeier.SurvivalStep::atRisk)
        .containsExactly(21.0, 15.0, 8.0, 4.0);
    assertThat(steps.get(1).survival()).isEqualTo(freireich().every(1).get(10).survival());
  }

  @Test
  void where_all_are_gone_nobody_survives_and_without_customers_there_is_no_curve() {
    KaplanMeier.SurvivalStep end = new KaplanMeier().gone(3, 2).gone(5, 1).every(5).get(1);
    assertThat(List.of(end.survival(), end.low(), end.high())).containsOnly(0.0);
    assertThat(new KaplanMeier().every(30)).isEmpty();
  }
}
