package dev.dangol.value.model;

/**
 * A span of time that models have not seen, and the customers who were known when it began.
 *
 * @param before their histories when it began
 * @param after the histories of the same customers when it ended
 * @param outcomes what they did in it
 * @param weeks how long it is
 */
public record Holdout(Triples before, Triples after, Outcomes outcomes, double weeks) {
  /** How well a model, fitted to the time before, foretold the span. */
  public Judgement judgement(PurchaseModel model, double[] parameters) {
    Forecast forecast = model.forecast(parameters);
    return Judgement.of(outcomes, history -> forecast.expected(history, weeks));
  }

  /**
   * The log-likelihood of what customers did in the span, given what they had done before. Of
   * regular models it lacks what depends on the single gaps, unless both counts tell their sum.
   */
  public double logLikelihood(PurchaseModel model, double[] parameters) {
    return model.logLikelihood(after, parameters) - model.logLikelihood(before, parameters);
  }
}
