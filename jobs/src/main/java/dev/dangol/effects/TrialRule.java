package dev.dangol.effects;

import java.util.Optional;

/** Rule that finds where the comparison of a customer starts; it looks at nothing later. */
interface TrialRule {
  /**
   * The start; empty where the customer has no part in the comparison.
   *
   * @param startBy the last day on which it may start, so that all days observed are over
   */
  Optional<TrialStart> start(CustomerTimeline customer, int startBy);
}
