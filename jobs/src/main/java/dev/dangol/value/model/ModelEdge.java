package dev.dangol.value.model;

import dev.dangol.value.fitting.FailedFit;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.FitRules;
import dev.dangol.value.fitting.LimitEstimate;
import dev.dangol.value.fitting.ParameterEstimate;

/**
 * Edge of a model that found no maximum. Its limits are fitted, the simplest first; one stands for
 * the model where it is as likely as anything that the model's own search came to.
 *
 * @param reached the log-likelihood that the search came to
 */
record ModelEdge(PurchaseModel model, FailedFit fault, double reached) {
  /** Log-likelihoods that differ by less are the same: at all, and per customer. */
  private static final double LEVEL = 0.01;

  private static final double LEVEL_PER_CUSTOMER = 1e-5;

  /** Searches that met numbers of no use came to less than that. */
  private static final double USELESS = -1e299;

  FitResult fit(HistoryCounts customers, FitRules rules) {
    double least = reached - LEVEL - LEVEL_PER_CUSTOMER * customers.customers();
    if (!(least > USELESS)) {
      return fault;
    }
    for (PurchaseModel limit : model.limits()) {
      FitResult found = limit.fit(customers, rules);
      if (found instanceof ParameterEstimate own && own.logLikelihood() >= least) {
        return standing(limit.name(), own);
      }
      if (found instanceof LimitEstimate further && further.estimate().logLikelihood() >= least) {
        return standing(further.limit(), further.estimate());
      }
    }
    return fault;
  }

  private LimitEstimate standing(String limit, ParameterEstimate estimate) {
    String says = PurchaseModel.byName(limit).assumption().map(a -> " " + a).orElse("");
    return new LimitEstimate(
        limit,
        estimate,
        "The log-likelihood rises to an edge, where the model becomes "
            + limit
            + ", whose parameters these are."
            + says);
  }
}
