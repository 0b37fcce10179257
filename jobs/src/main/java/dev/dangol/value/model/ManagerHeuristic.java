package dev.dangol.value.model;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Managerial heuristics: simple rules that managers use without a model. See Wübben and Wangenheim,
 * "Instant Customer Base Analysis: Managerial Heuristics Often Get It Right" (2008): models are
 * worth their trouble where they predict better than these.
 */
public final class ManagerHeuristic {
  /** Every customer buys as often as in the span of the same length before. */
  public static final String SAME_AS_LAST_PERIOD = "same-as-last-period";

  /** Customers who have not bought for long are gone, the others go on at their own rate. */
  public static final String RECENCY_CUT = "recency-cut";

  /** Customers who have bought more often buy more; how much more it does not say. */
  public static final String FREQUENCY_RANK = "frequency-rank";

  /** Their names. */
  public static final List<String> ALL = List.of(SAME_AS_LAST_PERIOD, RECENCY_CUT, FREQUENCY_RANK);

  private ManagerHeuristic() {}

  /**
   * Purchases that the recency cut expects: repeat purchases per week since the first one, for as
   * long as the span; 0 for a customer silent for longer than the cut.
   *
   * @param cut weeks
   * @param weeks how long the span is
   */
  public static ToDoubleFunction<PurchaseHistory> recencyCut(double cut, double weeks) {
    return h ->
        h.age() - h.recency() > cut || h.frequency() == 0 ? 0 : h.frequency() / h.age() * weeks;
  }
}
