package dev.dangol.effects;

import java.util.ArrayList;
import java.util.List;

/**
 * Part of one customer in a comparison.
 *
 * @param history what came before the start
 * @param value the outcome
 */
record MatchedTrial(TrialStart start, PriorHistory history, double value) {
  /** The stratum, as the parts in which two customers are alike: the most important first. */
  List<String> stratum() {
    List<String> parts = new ArrayList<>();
    parts.add(start.mark());
    parts.addAll(history.bands());
    return parts;
  }
}
