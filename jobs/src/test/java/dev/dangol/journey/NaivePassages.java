package dev.dangol.journey;

import dev.dangol.journey.NaiveJourneys.Journey;

/** Passages from stage to stage, by the words of their definition. */
record NaivePassages(NaiveJourneys naive) {
  boolean enters(Journey journey, int stage) {
    return stage == naive.stages() - 2
        ? journey.touches().stream().anyMatch(touch -> touch.stage() == stage)
        : naive.entered(journey)[stage] != null;
  }

  Long leaves(Journey journey, int stage) {
    Long[] entered = naive.entered(journey);
    for (int later = stage + 1; later < naive.stages() - 1; later++) {
      if (entered[later] != null) {
        return entered[later];
      }
    }
    return journey.decision() == null ? null : (Long) journey.decision().at();
  }

  NaiveSurvival.Stay stay(Journey journey, int stage) {
    Long left = leaves(journey, stage);
    long until = left == null ? journey.ends(naive.end()) : left;
    return new NaiveSurvival.Stay(until - naive.entered(journey)[stage], left != null);
  }
}
