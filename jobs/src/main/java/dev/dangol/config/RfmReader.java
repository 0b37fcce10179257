package dev.dangol.config;

import dev.dangol.config.RfmSettings.RfmGroup;
import dev.dangol.config.RfmSettings.ScoreRange;
import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.TextRules;
import dev.dangol.config.hocon.ValueRule;
import java.util.List;

/** Reads the section {@code features.rfm}. */
final class RfmReader {
  private static final ValueRule<Integer> SCORES =
      ValueRule.of(NumberRules.COUNT.meaning(), 5, NumberRules.COUNT::read);

  private final ConfigSection rfm;
  private final int scores;

  private RfmReader(ConfigSection rfm) {
    this.rfm = rfm;
    this.scores = rfm.one("quantiles", SCORES);
  }

  static RfmSettings read(ConfigSection rfm) {
    RfmReader reader = new RfmReader(rfm);
    return new RfmSettings(
        reader.scores,
        reader.cuts("recency-days"),
        reader.cuts("frequency"),
        reader.cuts("monetary"),
        rfm.sections("groups").stream().map(reader::group).toList());
  }

  private List<Double> cuts(String key) {
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

  private RfmGroup group(ConfigSection group) {
    return new RfmGroup(
        group.one("name", TextRules.TEXT),
        range(group, "recency"),
        range(group, "frequency"),
        range(group, "monetary"));
  }

  /** The lowest and the highest score, or one alone; any score where the key is not set. */
  private ScoreRange range(ConfigSection group, String key) {
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
}
