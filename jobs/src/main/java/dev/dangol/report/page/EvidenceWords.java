package dev.dangol.report.page;

import dev.dangol.report.data.EvidenceLines.CareLine;
import dev.dangol.report.data.EvidenceLines.DriftLine;
import dev.dangol.report.data.EvidenceLines.FigureRange;
import dev.dangol.report.data.EvidenceLines.MediaLine;
import dev.dangol.report.data.EvidenceLines.QuadrantLine;
import dev.dangol.report.data.EvidenceLines.QuotedLine;
import dev.dangol.report.data.EvidenceLines.RivalLine;
import dev.dangol.report.data.EvidenceLines.RoleLine;
import dev.dangol.report.data.EvidenceLines.SharedWord;
import dev.dangol.report.data.EvidenceLines.TacticLine;
import dev.dangol.report.data.EvidenceSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Sentences on what customers, campaigns, profiles and quoted figures are worth. */
public record EvidenceWords(
    PageWords words, ReadableNumbers figures, PageLabels labels, EvidenceSummary evidence) {
  private static final String CONVERSION = "conversion";

  /** Parts of the sources that reference.conf gives, which the page says in its language. */
  private static final String UNVERIFIED = "; origin not verified";

  private static final String GIVEN = "as given by the business";

  /** Sentences on all that is known, in order; those without figures are left out. */
  public List<String> sentences() {
    List<String> said = new ArrayList<>();
    missed().ifPresent(said::add);
    evidence.roles().stream().filter(role -> role.known() > 0).map(this::role).forEach(said::add);
    evidence.care().stream()
        .filter(line -> line.ratio().value().isPresent())
        .map(this::care)
        .forEach(said::add);
    tactic().ifPresent(said::add);
    evidence.rivals().stream()
        .filter(line -> line.difference().value().isPresent())
        .map(this::rival)
        .forEach(said::add);
    broken().ifPresent(said::add);
    evidence.drifts().stream()
        .filter(line -> line.moved().isPresent())
        .map(this::drift)
        .forEach(said::add);
    return said;
  }

  /** Customers of high value whom the scorecard misses, and what most of them fail. */
  public Optional<String> missed() {
    long all = evidence.missed().stream().mapToLong(line -> line.customers()).sum();
    return evidence.missed().stream()
        .filter(line -> !line.word().isEmpty())
        .findFirst()
        .map(
            line ->
                words.text(
                    "evidence.missed",
                    figures.customers(all),
                    labels.name("criterion", line.word()),
                    figures.customers(line.customers())));
  }

  private String role(RoleLine line) {
    return words.text(
        "evidence.role." + line.role(),
        figures.customers(line.customers()),
        figures.share(line.customers(), line.known()));
  }

  private String care(CareLine line) {
    FigureRange ratio = line.ratio();
    return words.text(
        "evidence.care." + line.period(),
        money(line.keeping()),
        money(line.winning()),
        figures.times(ratio.value().orElse(0)),
        ratio.low().isPresent()
            ? words.text(
                "evidence.care.quoted",
                figures.times(ratio.low().getAsDouble()),
                figures.times(ratio.high().orElse(0)))
            : "");
  }

  /** The tactic that surely does most for the share of customers who buy; empty without one. */
  private Optional<String> tactic() {
    return evidence.tactics().stream()
        .filter(line -> line.outcome().equals(CONVERSION))
        .max(
            Comparator.comparing((TacticLine line) -> line.effect().low().orElse(-1))
                .thenComparing(line -> line.facet() + line.value() + line.cohort()))
        .map(
            line ->
                words.text(
                    line.effect().low().orElse(0) > 0 ? "evidence.tactic" : "evidence.tactic.open",
                    words.text("evidence.facet." + line.facet()) + " " + line.value(),
                    labels.name("cohort", line.cohort()),
                    figures.change(line.effect().value()),
                    range(line.effect())));
  }

  private String rival(RivalLine line) {
    String key =
        line.difference().high().orElse(0) < 0 ? "evidence.rival.takes" : "evidence.rival.open";
    return words.text(
        key,
        labels.name("rival", line.rival()),
        figures.share(line.returned()),
        figures.share(line.matched()),
        range(line.difference()));
  }

  /** The experience that broke most customers' trust; empty where none did. */
  private Optional<String> broken() {
    long all = evidence.breaks().stream().mapToLong(SharedWord::customers).sum();
    return evidence.breaks().stream()
        .findFirst()
        .map(
            line ->
                words.text(
                    "evidence.broken",
                    figures.customers(all),
                    words.has("evidence.strike." + line.word())
                        ? words.text("evidence.strike." + line.word())
                        : line.word(),
                    figures.customers(line.customers())));
  }

  private String drift(DriftLine line) {
    long moved = line.moved().orElse(0L);
    return words.text(
        moved > 0 ? "evidence.drift.moved" : "evidence.drift.same",
        labels.name("cohort", line.cohort()),
        moved,
        line.compared(),
        line.ageDays());
  }

  public String quadrant(QuadrantLine line) {
    String key = "evidence.quadrant." + line.name();
    return words.text(words.has(key) ? key : "evidence.quadrant.unknown");
  }

  /** The interval of a share; empty without one. */
  public Optional<String> span(FigureRange share) {
    return span(share, cells()::share);
  }

  /** A quoted figure, with its unit. */
  public String figure(QuotedLine line) {
    return cells().named(labels.name("figure", line.name()), isMultiple(line) ? "times" : "share");
  }

  /** The quoted figure, or its two ends. */
  public String quoted(QuotedLine line) {
    FigureRange quoted = line.quoted();
    return quoted.low().equals(quoted.high())
        ? in(line).apply(quoted.low())
        : cells().span(in(line).apply(quoted.low()), in(line).apply(quoted.high()));
  }

  /** The business's own figure. */
  public String own(QuotedLine line) {
    return in(line).apply(line.own().value());
  }

  /** The interval of the business's own figure; empty without one. */
  public Optional<String> ownSpan(QuotedLine line) {
    return span(line.own(), in(line));
  }

  /** The source it is quoted from, and a word where that was not verified. */
  public String source(QuotedLine line) {
    String source = line.source().replace(UNVERIFIED, "");
    String said = source.equals(GIVEN) ? words.text("evidence.given") : source;
    return line.isVerified() ? said : words.text("evidence.unverified", said);
  }

  private static boolean isMultiple(QuotedLine line) {
    return line.unit().equals("multiple");
  }

  /** Numbers of the line's unit: all rows of the column have the same digits. */
  private Function<OptionalDouble, String> in(QuotedLine line) {
    return number ->
        isMultiple(line) ? cells().decimal(number, 1, "value.not_measured") : cells().share(number);
  }

  private Optional<String> span(FigureRange range, Function<OptionalDouble, String> said) {
    return range.low().isEmpty() || range.value().isEmpty()
        ? Optional.empty()
        : Optional.of(cells().span(said.apply(range.low()), said.apply(range.high())));
  }

  private String range(FigureRange range) {
    return words.text("uplift.span", figures.change(range.low()), figures.change(range.high()));
  }

  private TableCells cells() {
    return new TableCells(words, figures);
  }

  public String channel(MediaLine line) {
    return line.channel()
        .map(name -> labels.name("channel", name))
        .orElseGet(() -> words.text("sources.unknown"));
  }

  /** The interval of the cost of an order after its messages; empty without one. */
  public Optional<String> costSpan(MediaLine line) {
    return span(line.costPerOrder(), cells()::money);
  }

  public String responded(MediaLine line) {
    return line.responded().isEmpty()
        ? figures.notMeasured()
        : cells().share(line.responded().get(), line.sent());
  }

  private String money(OptionalDouble amount) {
    return amount.isPresent()
        ? figures.money(BigDecimal.valueOf(amount.getAsDouble()))
        : figures.notMeasured();
  }
}
