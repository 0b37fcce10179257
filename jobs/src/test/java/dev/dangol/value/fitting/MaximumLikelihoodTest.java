package dev.dangol.value.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Fits of one parameter whose log-likelihood is known in closed form. */
class MaximumLikelihoodTest {
  private static final double CUSTOMERS = 100;
  private static final ParametricModel RATE = () -> List.of("rate");

  /** Counts of a Poisson distribution with a mean of 2.5: the rate is their mean. */
  private static double poisson(double[] parameters, double[] gradient) {
    double rate = parameters[0];
    gradient[0] = CUSTOMERS * (2.5 / rate - 1);
    return CUSTOMERS * (2.5 * Math.log(rate) - rate);
  }

  /** Fits all customers, beginning near the maximum of a sample that is well behaved. */
  private static FitResult fit(LogLikelihood all) {
    return new MaximumLikelihood(RATE, FitRules.USUAL)
        .fit(MaximumLikelihoodTest::poisson, all, List.of(new double[] {1}), CUSTOMERS);
  }

  @Test
  void the_rate_of_a_poisson_distribution_is_the_mean_with_its_standard_error() {
    ParameterEstimate found = (ParameterEstimate) fit(MaximumLikelihoodTest::poisson);

    assertThat(found.values()[0]).isCloseTo(2.5, within(1e-6));
    assertThat(found.standardErrors().get("rate"))
        .isCloseTo(Math.sqrt(2.5 / CUSTOMERS), within(1e-4));
  }

  @Test
  void a_rise_without_end_is_no_fit_and_says_where_it_leads() {
    assertThat(fit(MaximumLikelihoodTest::rising))
        .isEqualTo(
            new FailedFit(
                "The log-likelihood has no maximum: it rises as rate grows without end."));
    assertThat(fit(MaximumLikelihoodTest::falling))
        .isEqualTo(
            new FailedFit(
                "The log-likelihood has no maximum: it rises as rate shrinks to nothing."));
  }

  private static double rising(double[] parameters, double[] gradient) {
    gradient[0] = CUSTOMERS / parameters[0];
    return CUSTOMERS * Math.log(parameters[0]);
  }

  private static double falling(double[] parameters, double[] gradient) {
    gradient[0] = -CUSTOMERS / parameters[0];
    return -CUSTOMERS * Math.log(parameters[0]);
  }

  @Test
  void data_that_say_nothing_of_a_parameter_are_no_fit() {
    LogLikelihood flat =
        (parameters, gradient) -> {
          gradient[0] = 0;
          return -1;
        };
    assertThat(fit(flat))
        .isEqualTo(
            new FailedFit(
                "The data do not identify the parameters: the log-likelihood is flat at its top."));
  }

  @Test
  void a_log_likelihood_without_a_number_is_no_fit() {
    LogLikelihood broken =
        (parameters, gradient) -> {
          gradient[0] = Double.NaN;
          return -1;
        };
    assertThat(fit(broken))
        .isEqualTo(new FailedFit("The log-likelihood could not be computed near its maximum."));
  }
}
