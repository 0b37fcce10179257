package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NameLabels;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.TextRules;
import dev.dangol.config.hocon.ValueRule;
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
  private static final ValueRule<Integer> SCORES =
      ValueRule.of(NumberRules.COUNT.meaning(), 5, NumberRules.COUNT::read);

  public RfmSettings {
    recencyDays = List.copyOf(recencyDays);
    frequency = List.copyOf(frequency);
    monetary = List.copyOf(monetary);
    groups = List.copyOf(groups);
  }

  /** Reads the section {@code features.rfm}. */
  static RfmSettings read(ConfigSection rfm) {
    int scores = rfm.one("quantiles", SCORES);
    return new RfmSettings(
        scores,
        cuts(rfm, scores, "recency-days"),
        cuts(rfm, scores, "frequency"),
        cuts(rfm, scores, "monetary"),
        rfm.sections("groups").stream().map(group -> group(group, scores)).toList());
  }

  private static List<Double> cuts(ConfigSection rfm, int scores, String key) {
    List<Double> cuts = rfm.ascendingIfSet(key, NumberRules.NUMBER);
    if (!cuts.isEmpty() && cuts.size() != scores - 1) {
      rfm.fault(
          key,
          rfm.name(key)
              + " must hold one cut point fewer than there are scores, which are "
              + scores
              + ".");
    }
    return cuts;
  }

  private static RfmGroup group(ConfigSection group, int scores) {
    String name = group.one("name", TextRules.TEXT);
    NameLabels.read(group, "rfm_group", name);
    return new RfmGroup(
        name,
        range(group, scores, "recency"),
        range(group, scores, "frequency"),
        range(group, scores, "monetary"));
  }

  /** The lowest and the highest score, or one alone; any score where the key is not set. */
  private static ScoreRange range(ConfigSection group, int scores, String key) {
    List<Integer> ends = group.ascendingIfSet(key, NumberRules.COUNT);
    if (ends.isEmpty()) {
      return new ScoreRange(1, scores);
    }
    ScoreRange range = new ScoreRange(ends.get(0), ends.get(ends.size() - 1));
    if (ends.size() > 2 || range.to() > scores) {
      group.fault(
          key,
          group.name(key)
              + " must hold the lowest and the highest score of the group, or one alone, from 1 to "
              + scores
              + ".");
    }
    return range;
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
