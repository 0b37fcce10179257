package dev.dangol.config;

import java.util.List;

/**
 * Settings of RFM: scores from 1 to {@code scores}, and the named groups that they make.
 *
 * @param scores how many scores there are
 * @param recencyDays days since the latest purchase up to which a customer reaches the scores above
 *     1, the highest score first; empty for quantiles
 * @param frequency repeat purchase days from which they reach them, the lowest first; empty for
 *     quantiles
 * @param monetary net sales from which they reach them, the lowest first; empty for quantiles
 * @param groups in the order in which they are tried
 */
public record RfmSettings(
    int scores,
    List<Double> recencyDays,
    List<Double> frequency,
    List<Double> monetary,
    List<RfmGroup> groups) {
  public RfmSettings {
    recencyDays = List.copyOf(recencyDays);
    frequency = List.copyOf(frequency);
    monetary = List.copyOf(monetary);
    groups = List.copyOf(groups);
  }

  /**
   * Group of customers whose three scores lie in the ranges.
   *
   * @param name how the group is called
   */
  public record RfmGroup(
      String name, ScoreRange recency, ScoreRange frequency, ScoreRange monetary) {}

  /**
   * Range of scores, both ends included.
   *
   * @param from the lowest
   * @param to the highest
   */
  public record ScoreRange(int from, int to) {}
}
