package dev.dangol.value.model;

import dev.dangol.value.fitting.FailedFit;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.LimitEstimate;
import java.util.Optional;

/**
 * Edge of a model that found no maximum. A limit stands for the model where it is as likely as
 * anything that the model's own search came to.
 *
 * @param fault why there is no maximum
 * @param reached the log-likelihood that the search came to
 * @param customers how many customers it adds up
 */
record ModelEdge(FailedFit fault, double reached, double customers) {
  /** Log-likelihoods that differ by less are the same: at all, and per customer. */
  private static final double LEVEL = 0.01;

  private static final double LEVEL_PER_CUSTOMER = 1e-5;

  /** Searches that met numbers of no use came to less than that. */
  private static final double USELESS = -1e299;

  /**
   * The limit in the model's place; empty where it does not stand for the model.
   *
   * @param name of the simpler model that was fitted
   * @param result what came of it, which may be a limit in its turn
   */
  Optional<LimitEstimate> standing(String name, FitResult result) {
    double least = reached - LEVEL - LEVEL_PER_CUSTOMER * customers;
    String limit = result instanceof LimitEstimate further ? further.limit() : name;
    return result
        .found()
        .filter(estimate -> least > USELESS && estimate.logLikelihood() >= least)
        .map(estimate -> new LimitEstimate(limit, estimate, reason(limit)));
  }

  static String reason(String limit) {
    return "The log-likelihood rises to an edge, where the model becomes "
        + limit
        + ", whose parameters these are.";
  }
}
