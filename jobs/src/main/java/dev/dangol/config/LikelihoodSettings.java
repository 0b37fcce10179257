package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;

/**
 * Settings of the three likelihoods of a customer.
 *
 * @param spanDays how many days ahead they look
 * @param minOutcomes with fewer customers of either outcome to learn from, or to test by, none is
 *     given
 * @param maxCustomers of more customers of a day this many are drawn to learn from, and to test by
 * @param penalty how strongly effects are pulled towards none, above 0
 */
public record LikelihoodSettings(int spanDays, int minOutcomes, int maxCustomers, double penalty) {
  /** Reads the section {@code likelihoods}. */
  static LikelihoodSettings read(ConfigSection likelihoods) {
    return new LikelihoodSettings(
        likelihoods.one("span-days", NumberRules.COUNT),
        likelihoods.one("min-outcomes", NumberRules.COUNT),
        likelihoods.one("max-customers", NumberRules.COUNT),
        likelihoods.one("penalty", NumberRules.WEIGHT));
  }
}
