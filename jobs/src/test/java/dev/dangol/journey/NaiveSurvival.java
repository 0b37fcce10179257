package dev.dangol.journey;

import java.util.List;

/** Kaplan and Meier's estimate by its formula, asked anew for every time. */
record NaiveSurvival(List<Stay> stays) {
  record Stay(long span, boolean ended) {}

  /** The smallest time at which the curve is at or below a share, in days; null for none. */
  Double reaches(double share) {
    return stays.stream()
        .map(Stay::span)
        .sorted()
        .filter(time -> at(time) <= share + 1e-9)
        .findFirst()
        .map(time -> time / (double) GivenPerson.DAY)
        .orElse(null);
  }

  private double at(long time) {
    return stays.stream()
        .map(Stay::span)
        .distinct()
        .filter(span -> span <= time)
        .mapToDouble(
            span -> {
              long ended = stays.stream().filter(one -> one.ended() && one.span() == span).count();
              long atRisk = stays.stream().filter(one -> one.span() >= span).count();
              return 1 - (double) ended / atRisk;
            })
        .reduce(1, (one, other) -> one * other);
  }
}
