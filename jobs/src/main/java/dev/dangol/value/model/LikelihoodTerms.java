package dev.dangol.value.model;

/** Log-likelihood terms of one history after another, under a model with known parameters. */
interface LikelihoodTerms {
  /** The log-likelihood of a history, with times in weeks. */
  double logLikelihood(double frequency, double recency, double age);

  /** The probability of not having stopped, for the history looked at last. */
  double alive();
}
