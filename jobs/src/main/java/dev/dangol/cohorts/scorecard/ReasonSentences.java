package dev.dangol.cohorts.scorecard;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.FitLevel;
import dev.dangol.table.features.FeatureNames;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;

/**
 * Reason sentences: why a customer is at a level on a criterion. A sentence gives the value, the
 * cut points beside it and the level. Numbers have up to four digits after the point, and more
 * where a value would otherwise look the same as a cut point that it is not.
 *
 * @param bar the criterion
 * @param value the customer's value
 * @param level their level
 */
record ReasonSentences(CutPoints bar, Column value, Column level) {
  private static final String USUAL = "#,##0.####";
  private static final String EXACT = "#,##0.############";

  Column english() {
    String name = FeatureNames.ENGLISH.name(bar.criterion().feature());
    ComparisonWords words =
        bar.criterion().lessIsBetter() ? ComparisonWords.LESS : ComparisonWords.MORE;
    Column said =
        concat(lit(name + " "), readableValue(), lit(" is "), beside(words), lit(": "), level);
    Column vetoed = concat(said, lit("; it is required, so they are unfit whatever the points"));
    return sentence(said, vetoed, name + " could not be measured");
  }

  Column korean() {
    String name = FeatureNames.KOREAN.name(bar.criterion().feature());
    ComparisonWords words =
        bar.criterion().lessIsBetter() ? ComparisonWords.LESS_KO : ComparisonWords.MORE_KO;
    Column said =
        concat(
            lit(name + " "),
            readableValue(),
            lit(", "),
            beside(words),
            lit(": "),
            FitLevel.korean(level));
    Column vetoed = concat(said, lit("; 필수 항목이므로 점수와 상관없이 부적합"));
    return sentence(said, vetoed, name + ": 측정할 수 없음");
  }

  private Column sentence(Column said, Column vetoed, String unknown) {
    Column unfit = level.equalTo(FitLevel.UNFIT.word());
    Column known = bar.criterion().required() ? when(unfit, vetoed).otherwise(said) : said;
    return when(value.isNull(), lit(unknown)).otherwise(known);
  }

  /** The cut points on either side of the value. */
  private Column beside(ComparisonWords words) {
    Column reachedViable = cut(words, words.reached(), bar.viable(), viableRank());
    Column missedPerfect = cut(words, words.missed(), bar.perfect(), perfectRank());
    return when(
            level.equalTo(FitLevel.PERFECT.word()),
            cut(words, words.reached(), bar.perfect(), perfectRank()))
        .when(
            level.equalTo(FitLevel.VIABLE.word()), concat(reachedViable, lit(", "), missedPerfect))
        .otherwise(cut(words, words.missed(), bar.viable(), viableRank()));
  }

  private double viableRank() {
    return bar.criterion().viableFrom();
  }

  private double perfectRank() {
    return bar.criterion().perfectFrom();
  }

  private Column cut(ComparisonWords words, String pattern, OptionalDouble cut, double rank) {
    String percentile = words.percentile().formatted(number(rank, USUAL));
    if (cut.isEmpty()) {
      return lit(words.unreached().formatted(number(rank, USUAL)));
    }
    String after = bar.criterion().byRank() ? " (" + percentile + ")" : "";
    double bound = cut.getAsDouble();
    return when(alike(bound), lit(pattern.formatted(number(bound, EXACT)) + after))
        .otherwise(lit(pattern.formatted(number(bound, USUAL)) + after));
  }

  private Column readableValue() {
    Column usual = formatNumber(USUAL);
    Column alike = bar.viable().isPresent() ? alike(bar.viable().getAsDouble()) : lit(false);
    if (bar.perfect().isPresent()) {
      alike = alike.or(alike(bar.perfect().getAsDouble()));
    }
    return when(alike, formatNumber(EXACT)).otherwise(usual);
  }

  /** True where the value is not the bound and is usually written as it is. */
  private Column alike(double bound) {
    return value.notEqual(bound).and(formatNumber(USUAL).equalTo(number(bound, USUAL)));
  }

  private Column formatNumber(String pattern) {
    return call_function("format_number", value, lit(pattern));
  }

  static String number(double number, String pattern) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.US)).format(number);
  }

  /** The wording of a value beside a cut point. */
  private record ComparisonWords(
      String reached, String missed, String percentile, String unreached) {
    private static final String PERCENTILE = "percentile %s";
    private static final String PERCENTILE_KO = "백분위 %s";
    static final ComparisonWords MORE =
        new ComparisonWords(
            "%s or more",
            "less than %s", PERCENTILE, "below percentile %s, which no customer reaches");
    static final ComparisonWords LESS =
        new ComparisonWords(
            "%s or less",
            "more than %s", PERCENTILE, "above percentile %s, which no customer reaches");
    static final ComparisonWords MORE_KO =
        new ComparisonWords("%s 이상", "%s 미만", PERCENTILE_KO, "백분위 %s 미만(어떤 고객도 이르지 못함)");
    static final ComparisonWords LESS_KO =
        new ComparisonWords("%s 이하", "%s 초과", PERCENTILE_KO, "백분위 %s 초과(어떤 고객도 이르지 못함)");
  }
}
