package dev.dangol.value.model;

import dev.dangol.value.fitting.ParameterEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Kaplan-Meier estimate of customer survival, where some are still followed. See Kaplan and Meier,
 * "Nonparametric Estimation from Incomplete Observations" (1958), with Greenwood's variance (1926).
 */
public final class KaplanMeier {
  private final TreeMap<Long, double[]> days = new TreeMap<>();
  private double followed;

  /** Counts customers who were gone after so many days. */
  public KaplanMeier gone(long after, double customers) {
    return count(after, 0, customers);
  }

  /** Counts customers who were followed for so many days and had not gone. */
  public KaplanMeier staying(long until, double customers) {
    return count(until, 1, customers);
  }

  private KaplanMeier count(long day, int place, double customers) {
    days.computeIfAbsent(day, any -> new double[2])[place] += customers;
    followed += customers;
    return this;
  }

  /**
   * Survival after so many days.
   *
   * @param atRisk customers followed for as long who had not gone before
   * @param gone those who went since the step before
   * @param survival share of customers not gone after the days
   * @param low lower end of its 95 % interval, 0 at least
   * @param high upper end, 1 at most
   */
  public record SurvivalStep(
      long days, double atRisk, double gone, double survival, double low, double high) {}

  /**
   * Every so many days from 0 on, for as long as any customer is followed; none without customers.
   */
  public List<SurvivalStep> every(int step) {
    List<SurvivalStep> steps = new ArrayList<>();
    if (days.isEmpty()) {
      return steps;
    }
    SurvivalCurve curve = new SurvivalCurve(followed);
    long until = days.lastKey();
    long from = -1;
    for (long day = 0; day <= until; day += step) {
      double gone = 0;
      for (Map.Entry<Long, double[]> entry : days.subMap(from, false, day, false).entrySet()) {
        gone += curve.pass(entry.getValue());
      }
      double atRisk = curve.atRisk;
      double[] today = days.getOrDefault(day, new double[2]);
      gone += curve.pass(today);
      steps.add(curve.step(day, atRisk, gone));
      from = day;
    }
    return steps;
  }

  private static final class SurvivalCurve {
    private double atRisk;
    private double survival = 1;
    private double greenwood;

    SurvivalCurve(double followed) {
      atRisk = followed;
    }

    double pass(double[] day) {
      if (day[0] > 0) {
        survival *= 1 - day[0] / atRisk;
        greenwood += day[0] / (atRisk * Math.max(atRisk - day[0], Double.MIN_NORMAL));
      }
      atRisk -= day[0] + day[1];
      return day[0];
    }

    SurvivalStep step(long day, double atRisk, double gone) {
      double reach = survival > 0 ? ParameterEstimate.Z95 * survival * Math.sqrt(greenwood) : 0;
      return new SurvivalStep(
          day,
          atRisk,
          gone,
          survival,
          Math.max(0, survival - reach),
          Math.min(1, survival + reach));
    }
  }
}
