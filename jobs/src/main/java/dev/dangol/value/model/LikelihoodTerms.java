package dev.dangol.value.model;

/** What a model with known parameters says of one history after another. */
interface LikelihoodTerms {
  /** The log-likelihood of a history, with times in weeks. */
  double logLikelihood(double frequency, double recency, double age);

  /** The probability of not having stopped, for the history looked at last. */
  double alive();
}
