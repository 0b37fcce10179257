package dev.dangol.journey;

import java.util.OptionalDouble;

/**
 * Curve of durations, which come in ascending order, and their median. The curve is Kaplan and
 * Meier's estimate, where what is censored at a time is still at risk at it. See Kaplan and Meier,
 * "Nonparametric estimation from incomplete observations", Journal of the American Statistical
 * Association 53, 1958.
 */
final class DurationCurve {
  /** Products of shares differ from the share by so much. */
  private static final double ROUNDING = 1e-12;

  private final long all;
  private long atRisk;
  private long seen;
  private long time = Long.MIN_VALUE;
  private long endedNow;
  private long leftNow;
  private double survival = 1;
  private OptionalDouble half = OptionalDouble.empty();
  private OptionalDouble tenth = OptionalDouble.empty();
  private double lower = Double.NaN;
  private double upper = Double.NaN;

  /**
   * An empty curve.
   *
   * @param all how many durations will come
   */
  DurationCurve(long all) {
    this.all = all;
    this.atRisk = all;
  }

  /**
   * The next duration.
   *
   * @param span in microseconds
   * @param ended 1 where it ended, 0 where it is censored
   */
  void add(long span, int ended) {
    if (span != time) {
      step();
      time = span;
    }
    leftNow++;
    endedNow += ended;
    if (seen == (all - 1) / 2) {
      lower = JourneyTimes.days(span);
    }
    if (seen == all / 2) {
      upper = JourneyTimes.days(span);
    }
    seen++;
  }

  /** The results, once all durations have come. */
  DurationQuantiles finish(String group) {
    step();
    return new DurationQuantiles(
        group,
        half.isPresent() ? half.getAsDouble() : null,
        tenth.isPresent() ? tenth.getAsDouble() : null,
        Double.isNaN(lower) ? null : (lower + upper) / 2);
  }

  private void step() {
    if (endedNow > 0) {
      survival *= (double) (atRisk - endedNow) / atRisk;
      half = reached(half, 0.5);
      tenth = reached(tenth, 0.1);
    }
    atRisk -= leftNow;
    leftNow = 0;
    endedNow = 0;
  }

  private OptionalDouble reached(OptionalDouble before, double share) {
    return before.isEmpty() && survival <= share + ROUNDING
        ? OptionalDouble.of(JourneyTimes.days(time))
        : before;
  }
}
