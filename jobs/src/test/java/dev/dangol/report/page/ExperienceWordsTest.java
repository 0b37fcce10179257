package dev.dangol.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.report.data.ExperienceSummary;
import dev.dangol.report.data.TalkSummary;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.Table;
import dev.dangol.table.results.CaseTimeColumns;
import dev.dangol.table.results.CategoryShareColumns;
import dev.dangol.table.results.NeedWeightColumns;
import dev.dangol.table.results.ProductOpinionColumns;
import dev.dangol.table.results.PromiseColumns;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperienceWordsTest {
  private static final List<Field> COUNTS =
      List.of(
          ExperienceSummary.ALL,
          ExperienceSummary.SOME,
          ExperienceSummary.PEOPLE_REACHED,
          ExperienceSummary.LOW_REACHED);

  @Test
  void every_figure_is_said_in_a_sentence_with_its_interval() {
    assertThat(
            words("en", full()).sentences().stream()
                .map(text -> text.replace('\u00a0', ' ').replace('\u2212', '-'))
                .toList())
        .containsExactly(
            "tea: 30 % of net sales in the longest window, 40 % in as many days before; the change"
                + " lies at -15 pp to -5 pp.",
            "Of 40 products with three ratings or more, the ratings of 3 products fall by more than"
                + " their interval; by chance alone 1 would.",
            "Steepest: p1, by -0.5 in 90 days (-0.7 to -0.3).",
            "1 review of 10 reviews (10 %) name no product that their writer had bought before.",
            "Least satisfied: tea, high prices, with 40 % of the ratings good (30 % to 50 %).",
            "Ratings move most with Delivery: by -0.8 standard deviations (-1 to -0.6), spoken of"
                + " by 20 % of those who rate.",
            "Most often in vain: searches in tea. Nothing was bought within 30 days after 70 % of"
                + " them, by 12 customers.",
            "The words most often typed in vain: “무카페인 차”. Nothing was bought within 30 days after"
                + " 70 % of these searches, by 12 customers.",
            "What was bought through 1 of 1 campaigns is rated lower than the same products"
                + " otherwise, by more than the interval; by chance alone 0 would be.",
            "What 5 customers write and share reached 21 people; low ratings reached 4 people.",
            "90 % of the cases were resolved for good, half of them within 2 days, nine in ten"
                + " within 5 days.",
            "Least acted on: reviews, with 25 %, half of that within 3 days.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void nothing_is_said_of_nothing_and_all_of_it_in_either_language(String language) {
    assertThat(words(language, empty()).sentences()).isEmpty();
    assertThat(words(language, full()).sentences())
        .hasSize(12)
        .allSatisfy(
            sentence ->
                assertThat(sentence)
                    .doesNotContain("{")
                    .matches(text -> language.equals("en") || text.matches("(?s).*[가-힣].*")));
  }

  private static ExperienceWords words(String language, ExperienceSummary found) {
    PageWords words = PageWords.of(language);
    ReadableNumbers figures = new ReadableNumbers(words, "KRW");
    TalkSummary none = new TalkSummary(List.of(), List.of(), List.of(), List.of());
    return new ExperienceWords(
        words,
        figures,
        found,
        new TalkWords(words, figures, new PageLabels(words, Map.of()), none));
  }

  private static ExperienceSummary empty() {
    RowReader none = row(COUNTS, Map.of());
    return new ExperienceSummary(
        List.of(), none, List.of(), none, List.of(), List.of(), List.of(), List.of(), none,
        List.of(), List.of());
  }

  private static ExperienceSummary full() {
    return new ExperienceSummary(
        List.of(share()),
        row(COUNTS, Map.of(ExperienceSummary.ALL, 40L, ExperienceSummary.SOME, 3L)),
        List.of(falling()),
        row(COUNTS, Map.of(ExperienceSummary.ALL, 10L, ExperienceSummary.SOME, 9L)),
        List.of(price()),
        List.of(weight()),
        List.of(unmet("tea", "all"), unmet("all", "무카페인 차")),
        List.of(
            row(
                PromiseColumns.TABLE,
                Map.of(PromiseColumns.RATING_LOW, -0.6, PromiseColumns.RATING_HIGH, -0.1))),
        row(
            COUNTS,
            Map.of(
                ExperienceSummary.ALL, 5L,
                ExperienceSummary.PEOPLE_REACHED, 21.0,
                ExperienceSummary.LOW_REACHED, 4.0)),
        List.of(
            row(
                CaseTimeColumns.TIMES_TABLE,
                Map.of(
                    CaseTimeColumns.RESOLVED_SHARE, 0.9,
                    CaseTimeColumns.MEDIAN_DAYS, 2.0,
                    CaseTimeColumns.P90_DAYS, 5.0))),
        List.of(
            row(
                CaseTimeColumns.ACTIONS_TABLE,
                Map.of(
                    CaseTimeColumns.SOURCE, "reviews",
                    CaseTimeColumns.ACTED_SHARE, 0.25,
                    CaseTimeColumns.MEDIAN_DAYS, 3.0))));
  }

  private static RowReader share() {
    return row(
        CategoryShareColumns.TABLE,
        Map.of(
            CategoryShareColumns.CATEGORY, "tea",
            CategoryShareColumns.SHARE, 0.3,
            CategoryShareColumns.SHARE_BEFORE, 0.4,
            CategoryShareColumns.CHANGE, -0.1,
            CategoryShareColumns.CHANGE_LOW, -0.15,
            CategoryShareColumns.CHANGE_HIGH, -0.05));
  }

  private static RowReader falling() {
    return row(
        ProductOpinionColumns.RATINGS_TABLE,
        Map.of(
            ProductOpinionColumns.PRODUCT_ID, "p1",
            ProductOpinionColumns.CHANGE_90D, -0.5,
            ProductOpinionColumns.CHANGE_90D_LOW, -0.7,
            ProductOpinionColumns.CHANGE_90D_HIGH, -0.3));
  }

  private static RowReader price() {
    return row(
        ProductOpinionColumns.PRICES_TABLE,
        Map.of(
            ProductOpinionColumns.CATEGORY, "tea",
            ProductOpinionColumns.PRICE_BAND, "high",
            ProductOpinionColumns.SATISFIED_SHARE, 0.4,
            ProductOpinionColumns.SATISFIED_LOW, 0.3,
            ProductOpinionColumns.SATISFIED_HIGH, 0.5));
  }

  private static RowReader weight() {
    return row(
        NeedWeightColumns.WEIGHTS_TABLE,
        Map.of(
            NeedWeightColumns.THEME, "delivery",
            NeedWeightColumns.SHARE, 0.2,
            NeedWeightColumns.NEED_WEIGHT, -0.8,
            NeedWeightColumns.NEED_WEIGHT_LOW, -1.0,
            NeedWeightColumns.NEED_WEIGHT_HIGH, -0.6));
  }

  private static RowReader unmet(String category, String term) {
    return row(
        NeedWeightColumns.UNMET_TABLE,
        Map.of(
            NeedWeightColumns.UNMET_CATEGORY,
            category,
            NeedWeightColumns.SEARCH_TERM,
            term,
            NeedWeightColumns.UNMET_SHARE,
            0.7,
            NeedWeightColumns.UNMET_SEARCHERS,
            12L));
  }

  private static RowReader row(Table table, Map<Field, Object> cells) {
    return row(table.fields(), cells);
  }

  private static RowReader row(List<Field> fields, Map<Field, Object> cells) {
    return new RowReader(
        new GenericRowWithSchema(fields.stream().map(cells::get).toArray(), Field.schema(fields)));
  }
}
