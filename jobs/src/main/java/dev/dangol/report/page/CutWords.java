package dev.dangol.report.page;

import dev.dangol.report.data.CutLine;
import java.util.OptionalDouble;

/** Sentences on the cut points of a criterion. */
public record CutWords(FeatureWords features, PageWords words, ReadableNumbers figures) {

  /** The criterion's feature and cut points in words. */
  public String text(CutLine line) {
    return words.text(
        "fit.cuts",
        features.name(line.feature()),
        cut(line.feature(), line.viable(), line.viableRank()),
        cut(line.feature(), line.perfect(), line.perfectRank()));
  }

  private String cut(String feature, OptionalDouble cut, OptionalDouble rank) {
    String value =
        cut.isPresent() ? features.value(feature, cut.getAsDouble()) : words.text("fit.unreached");
    return rank.isPresent()
        ? words.text("fit.cut_rank", value, figures.number(rank.getAsDouble(), 1))
        : value;
  }
}
