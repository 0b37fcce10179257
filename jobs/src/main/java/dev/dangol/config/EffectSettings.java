package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import java.io.Serializable;

/**
 * Settings of matched comparisons.
 *
 * @param landmarkDays days from the start of a comparison within which it has to happen
 * @param followDays days after that in which customers are compared
 * @param lagMonths months one by one after which satisfaction and loyalty are looked at
 * @param minCount how many customers there must be on either side
 * @param minMatchedShare share of those it happened to who must have others like them, 0 to 1
 * @param maxImbalance standardised difference up to which the two groups count as alike before it
 */
public record EffectSettings(
    int landmarkDays,
    int followDays,
    int lagMonths,
    int minCount,
    double minMatchedShare,
    double maxImbalance)
    implements Serializable {

  /** Reads the section {@code effects}. */
  static EffectSettings read(ConfigSection effects) {
    return new EffectSettings(
        effects.one("landmark-days", NumberRules.COUNT),
        effects.one("follow-days", NumberRules.COUNT),
        effects.one("lag-months", NumberRules.COUNT),
        effects.one("min-count", NumberRules.TWO_OR_MORE),
        effects.one("min-matched-share", NumberRules.SHARE),
        effects.one("max-imbalance", NumberRules.PART));
  }
}
