package dev.dangol.effects;

import dev.dangol.config.EffectSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts of customers by comparison, stratum and arm. */
final class EffectCounts {
  private final List<EffectDesign> designs;
  private final int asOfDay;
  private final Map<EffectKey, MatchedStrata> strata = new HashMap<>();

  /**
   * Nothing counted yet.
   *
   * @param effects the comparisons to count for, by name
   * @param asOfDay the day to describe, days since 1970
   */
  EffectCounts(EffectSettings settings, Set<String> effects, int asOfDay) {
    this.designs =
        EffectDesigns.of(settings).stream()
            .filter(design -> effects.contains(design.effect()))
            .toList();
    this.asOfDay = asOfDay;
  }

  /** Counts a customer in each comparison in which they have a part. */
  void add(CustomerTimeline customer) {
    for (EffectDesign design : designs) {
      design
          .trial(customer, asOfDay)
          .ifPresent(
              trial ->
                  strata
                      .computeIfAbsent(design.key(), key -> MatchedStrata.empty())
                      .arm(trial.stratum(), trial.start().treated())
                      .add(trial.value(), trial.history().covariates()));
    }
  }

  Map<EffectKey, MatchedStrata> strata() {
    return strata;
  }
}
