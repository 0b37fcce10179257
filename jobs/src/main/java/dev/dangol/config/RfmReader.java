package dev.dangol.config;

import dev.dangol.config.RfmSettings.Group;
import dev.dangol.config.RfmSettings.Range;
import java.util.List;

/** Reads the section {@code features.rfm}. */
final class RfmReader {
  private static final Legal<Integer> SCORES =
      Legal.of(Numbers.COUNT.meaning(), 5, Numbers.COUNT::read);

  private final Section rfm;
  private final int scores;

  private RfmReader(Section rfm) {
    this.rfm = rfm;
    this.scores = rfm.one("quantiles", SCORES);
  }

  static RfmSettings read(Section rfm) {
    RfmReader reader = new RfmReader(rfm);
    return new RfmSettings(
        reader.scores,
        reader.cuts("recency-days"),
        reader.cuts("frequency"),
        reader.cuts("monetary"),
        rfm.sections("groups").stream().map(reader::group).toList());
  }

  private List<Double> cuts(String key) {
    List<Double> cuts = rfm.ascendingIfSet(key, Numbers.NUMBER);
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

  private Group group(Section group) {
    return new Group(
        group.one("name", Texts.TEXT),
        range(group, "recency"),
        range(group, "frequency"),
        range(group, "monetary"));
  }

  /** The lowest and the highest score, or one alone; any score where the key is not set. */
  private Range range(Section group, String key) {
    List<Integer> ends = group.ascendingIfSet(key, Numbers.COUNT);
    if (ends.isEmpty()) {
      return new Range(1, scores);
    }
    Range range = new Range(ends.get(0), ends.get(ends.size() - 1));
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
