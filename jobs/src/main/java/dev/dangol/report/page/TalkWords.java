package dev.dangol.report.page;

import dev.dangol.report.data.EffectLine;
import dev.dangol.report.data.EffectLine.EffectRange;
import dev.dangol.report.data.OriginLine;
import dev.dangol.report.data.TalkSummary;
import dev.dangol.report.data.VoiceLine;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sentences on what customers say, on what follows from it, and on what brought them. */
public record TalkWords(
    PageWords words, ReadableNumbers figures, PageLabels labels, TalkSummary talk) {
  private static final int MOST_WORDS = 8;

  /** The theme in words; one of the business's own by its label. */
  public String theme(String theme) {
    return labels.name("theme", theme);
  }

  public String source(String source) {
    return named("voices.source.", source);
  }

  public String effect(String effect) {
    return named("effect.", effect);
  }

  private String named(String family, String name) {
    return words.has(family + name) ? words.text(family + name) : name;
  }

  /** The theme of the lowest mean rating, which to mend first; empty where none is rated. */
  public Optional<String> worst() {
    return talk.voices().stream()
        .filter(line -> line.rating().isPresent())
        .min(Comparator.comparing((VoiceLine line) -> line.rating().getAsDouble()))
        .map(
            line ->
                words.text(
                    "voices.worst",
                    theme(line.theme()),
                    figures.withUnit("rating", line.rating())));
  }

  /** Words, the surest first, with a rest that is not told. */
  public String some(List<String> terms) {
    return terms.stream().limit(MOST_WORDS).collect(Collectors.joining(" · "));
  }

  /** The difference of an effect, whose unit stands with its name. */
  public String difference(EffectLine line) {
    return said(line).apply(line.range().difference());
  }

  /** The interval of an effect. */
  public String span(EffectLine line) {
    EffectRange range = line.range();
    return cells().span(said(line).apply(range.low()), said(line).apply(range.high()));
  }

  private Function<OptionalDouble, String> said(EffectLine line) {
    return line.isMoney() ? cells()::moneyChange : cells()::change;
  }

  private TableCells cells() {
    return new TableCells(words, figures);
  }

  /** The verdict that the interval allows. */
  public String verdict(EffectLine line) {
    String key = line.isGain() ? "effects.gain" : line.isLoss() ? "effects.loss" : "effects.open";
    return words.text(key);
  }

  /** Comparisons over the whole span. */
  public List<EffectLine> whole() {
    return talk.effects().stream().filter(line -> line.month() == 0).toList();
  }

  /** Comparisons over the whole span of what is a share of the customers. */
  List<EffectLine> shares() {
    return whole().stream().filter(line -> !line.isMoney()).toList();
  }

  /** True where a comparison is of a share of the customers, so that there is a picture. */
  public boolean hasShares() {
    return !shares().isEmpty();
  }

  /** Comparisons month by month. */
  public List<EffectLine> months() {
    return talk.effects().stream().filter(line -> line.month() > 0).toList();
  }

  /** The source in words. */
  public String origin(OriginLine line) {
    return line.name().orElseGet(() -> words.text("sources.unknown"));
  }

  /** The source that brings most for what it costs; empty where no cost is known. */
  public Optional<String> best() {
    return talk.origins().stream()
        .filter(line -> line.back().isPresent())
        .max(Comparator.comparing((OriginLine line) -> line.back().getAsDouble()))
        .map(
            line ->
                words.text(
                    "sources.best",
                    labels.name("acquired_by", origin(line)),
                    figures.times(line.back().getAsDouble())));
  }
}
