package dev.dangol.report.page;

import dev.dangol.report.data.ExperienceSummary;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.results.CaseTimeColumns;
import dev.dangol.table.results.CategoryShareColumns;
import dev.dangol.table.results.NeedWeightColumns;
import dev.dangol.table.results.ProductOpinionColumns;
import dev.dangol.table.results.PromiseColumns;
import dev.dangol.table.results.VoiceColumns;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sentences on what customers experience with what they buy. */
public record ExperienceWords(
    PageWords words, ReadableNumbers figures, ExperienceSummary found, TalkWords talk) {
  /** The part of intervals of 95 % that lie beyond 0 on one given side by chance alone. */
  private static final double BY_CHANCE = 0.025;

  /** Every sentence for which there are figures. */
  public List<String> sentences() {
    return Stream.of(
            share(),
            products(),
            falling(),
            checks(),
            prices(),
            weight(),
            unmetCategory(),
            unmetTerm(),
            promises(),
            reach(),
            cases(),
            actions())
        .flatMap(Optional::stream)
        .toList();
  }

  /** The category whose share moved most, among those whose interval excludes 0. */
  private Optional<String> share() {
    return found.shares().stream()
        .filter(
            line ->
                isAbove(line, CategoryShareColumns.CHANGE_LOW)
                    || isBelow(line, CategoryShareColumns.CHANGE_HIGH))
        .max(Comparator.comparing(line -> Math.abs(of(line, CategoryShareColumns.CHANGE))))
        .map(
            line ->
                words.text(
                    "experience.share",
                    line.text(CategoryShareColumns.CATEGORY).orElse(""),
                    figures.share(line.number(CategoryShareColumns.SHARE)),
                    figures.share(line.number(CategoryShareColumns.SHARE_BEFORE)),
                    span(
                        figures.change(line.number(CategoryShareColumns.CHANGE_LOW)),
                        figures.change(line.number(CategoryShareColumns.CHANGE_HIGH)))))
        .or(
            () ->
                found.shares().isEmpty()
                    ? Optional.empty()
                    : Optional.of(words.text("experience.share_still")));
  }

  private Optional<String> products() {
    long all = found.products().count(ExperienceSummary.ALL);
    return all == 0
        ? Optional.empty()
        : Optional.of(
            words.text(
                "experience.products",
                whole("products", all),
                whole("products", found.products().count(ExperienceSummary.SOME)),
                figures.unit("plain", all * BY_CHANCE, 1)));
  }

  private Optional<String> falling() {
    return found.falling().stream()
        .findFirst()
        .map(
            line ->
                words.text(
                    "experience.falling",
                    line.text(ProductOpinionColumns.PRODUCT_ID).orElse(""),
                    plain(line, ProductOpinionColumns.CHANGE_90D),
                    span(
                        plain(line, ProductOpinionColumns.CHANGE_90D_LOW),
                        plain(line, ProductOpinionColumns.CHANGE_90D_HIGH))));
  }

  private Optional<String> checks() {
    long all = found.checks().count(ExperienceSummary.ALL);
    long others = all - found.checks().count(ExperienceSummary.SOME);
    return all == 0
        ? Optional.empty()
        : Optional.of(
            words.text(
                "experience.checks",
                whole("reviews", others),
                whole("reviews", all),
                figures.share(others, all)));
  }

  private Optional<String> prices() {
    return lowest(found.prices(), ProductOpinionColumns.SATISFIED_SHARE)
        .map(
            line ->
                words.text(
                    "experience.prices",
                    line.text(ProductOpinionColumns.CATEGORY).orElse(""),
                    words.text(
                        "experience.band."
                            + line.text(ProductOpinionColumns.PRICE_BAND).orElse("")),
                    figures.share(line.number(ProductOpinionColumns.SATISFIED_SHARE)),
                    span(
                        figures.share(line.number(ProductOpinionColumns.SATISFIED_LOW)),
                        figures.share(line.number(ProductOpinionColumns.SATISFIED_HIGH)))));
  }

  private Optional<String> weight() {
    return found.weights().stream()
        .max(Comparator.comparing(line -> Math.abs(of(line, NeedWeightColumns.NEED_WEIGHT))))
        .map(
            line ->
                words.text(
                    "experience.weight",
                    talk.theme(line.text(NeedWeightColumns.THEME).orElse("")),
                    plain(line, NeedWeightColumns.NEED_WEIGHT),
                    span(
                        plain(line, NeedWeightColumns.NEED_WEIGHT_LOW),
                        plain(line, NeedWeightColumns.NEED_WEIGHT_HIGH)),
                    figures.share(line.number(NeedWeightColumns.SHARE))));
  }

  private Optional<String> unmetCategory() {
    return unmet(
        "experience.unmet", NeedWeightColumns.UNMET_CATEGORY, NeedWeightColumns.SEARCH_TERM);
  }

  private Optional<String> unmetTerm() {
    return unmet(
        "experience.unmet_term", NeedWeightColumns.SEARCH_TERM, NeedWeightColumns.UNMET_CATEGORY);
  }

  /**
   * Tells of the wish with most people in vain.
   *
   * @param about what the wish is called by
   * @param over the column that rows about it hold all of; days long ago lack it
   */
  private Optional<String> unmet(String sentence, Field about, Field over) {
    return found.unmet().stream()
        .filter(line -> line.text(over).orElse(VoiceColumns.ALL).equals(VoiceColumns.ALL))
        .max(Comparator.comparing(line -> line.count(NeedWeightColumns.UNMET_SEARCHERS)))
        .map(
            line ->
                words.text(
                    sentence,
                    line.text(about).orElse(""),
                    figures.share(line.number(NeedWeightColumns.UNMET_SHARE)),
                    figures.customers(line.count(NeedWeightColumns.UNMET_SEARCHERS))));
  }

  private Optional<String> promises() {
    List<RowReader> told =
        found.promises().stream()
            .filter(line -> line.number(PromiseColumns.RATING_HIGH).isPresent())
            .toList();
    long broken = told.stream().filter(line -> isBelow(line, PromiseColumns.RATING_HIGH)).count();
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(
            words.text(
                "experience.promises",
                whole("plain", broken),
                whole("plain", told.size()),
                figures.unit("plain", told.size() * BY_CHANCE, 1)));
  }

  private Optional<String> reach() {
    long people = found.reach().count(ExperienceSummary.ALL);
    return people == 0
        ? Optional.empty()
        : Optional.of(
            words.text(
                "experience.reach",
                figures.customers(people),
                figures.unit("people", of(found.reach(), ExperienceSummary.PEOPLE_REACHED), 0),
                figures.unit("people", of(found.reach(), ExperienceSummary.LOW_REACHED), 0)));
  }

  private Optional<String> cases() {
    return found.cases().stream()
        .filter(line -> line.number(CaseTimeColumns.MEDIAN_DAYS).isPresent())
        .findFirst()
        .map(
            line ->
                words.text(
                    "experience.cases",
                    figures.share(line.number(CaseTimeColumns.RESOLVED_SHARE)),
                    figures.withUnit("days", line.number(CaseTimeColumns.MEDIAN_DAYS)),
                    figures.withUnit("days", line.number(CaseTimeColumns.P90_DAYS))));
  }

  private Optional<String> actions() {
    return lowest(found.actions(), CaseTimeColumns.ACTED_SHARE)
        .map(
            line ->
                words.text(
                    "experience.actions",
                    talk.source(line.text(CaseTimeColumns.SOURCE).orElse("")),
                    figures.share(line.number(CaseTimeColumns.ACTED_SHARE)),
                    figures.withUnit("days", line.number(CaseTimeColumns.MEDIAN_DAYS))));
  }

  private static Optional<RowReader> lowest(List<RowReader> lines, Field measure) {
    return lines.stream()
        .filter(line -> line.number(measure).isPresent())
        .min(Comparator.comparing(line -> of(line, measure)));
  }

  private static boolean isAbove(RowReader line, Field low) {
    return of(line, low) > 0;
  }

  private static boolean isBelow(RowReader line, Field high) {
    return of(line, high) < 0;
  }

  private static double of(RowReader line, Field measure) {
    return line.number(measure).orElse(0);
  }

  private String whole(String unit, long count) {
    return figures.unit(unit, (double) count, 0);
  }

  private String plain(RowReader line, Field measure) {
    return figures.unit("plain", of(line, measure), 2);
  }

  private String span(String low, String high) {
    return words.text("uplift.span", low, high);
  }
}
