package dev.dangol.value.model;

import dev.dangol.value.fitting.LogLikelihood;
import java.util.function.Function;

/** Log-likelihood terms of one history after another, under a model with known parameters. */
interface LikelihoodTerms {
  /** The log-likelihood of a history, with times in weeks. */
  double logLikelihood(double frequency, double recency, double age);

  /** The log-likelihood first, then its derivative by each parameter, added up over a stretch. */
  double[] sum(HistoryCounts triples, int from, int to);

  /** The probability of not having stopped, for the history looked at last. */
  double alive();

  /**
   * The log-likelihood of all customers, of regular buyers with the gaps between their purchases
   * where these are known.
   *
   * @param terms makes the terms at given parameters, anew for every stretch
   */
  static LogLikelihood likelihood(
      PurchaseModel model, HistoryCounts customers, Function<double[], LikelihoodTerms> terms) {
    double gaps = (model.stages() - 1) * customers.logGaps().orElse(0);
    return (parameters, gradient) ->
        gaps
            + LogLikelihood.sum(
                customers.size(),
                gradient,
                (from, to) -> terms.apply(parameters).sum(customers, from, to));
  }
}
