package dev.dangol.features.voice;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.upper;

import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.measure.ExactSums;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.table.AsOf;
import dev.dangol.table.LineColumns;
import dev.dangol.table.features.TalkColumns;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SurveySource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Features of a customer's survey answers: mean score, latest NPS and CSAT. */
public final class SurveyFeatures {
  private SurveyFeatures() {}

  /** The family that is folded over answers. */
  public static FoldedFamily folded() {
    return new SurveyFold();
  }

  /** The measures of each customer with an answer. */
  public static FeatureFamily family() {
    return new FeatureFamily(
        Sources.SURVEYS,
        List.of(
            FeatureMeasure.foldedCount(TalkColumns.SURVEY_ANSWERS_LIFETIME),
            FeatureMeasure.folded(
                TalkColumns.SURVEY_SCORE_MEAN,
                SurveySource.SCORE,
                SurveySource.SCALE_MIN,
                SurveySource.SCALE_MAX),
            FeatureMeasure.folded(TalkColumns.NPS_LATEST, SurveySource.SURVEY, SurveySource.SCORE),
            FeatureMeasure.folded(
                TalkColumns.CSAT_LATEST, SurveySource.SURVEY, SurveySource.SCORE)));
  }

  /**
   * The answers by the day, as their cursor reads them.
   *
   * @param earlier a day before it that answers tell of too
   */
  static Dataset<Row> rows(Dataset<Row> surveys, FeatureContext measuring, Optional<AsOf> earlier) {
    Map<Long, Column> bits = new LinkedHashMap<>();
    bits.put((long) FoldedDay.DESCRIBED.known(), lit(true));
    earlier.ifPresent(
        cut ->
            bits.put((long) FoldedDay.EARLIER.known(), cut.hasHappened(SurveySource.ANSWERED_AT)));
    bits.put(SurveyFold.NPS, isOf("NPS"));
    bits.put(SurveyFold.CSAT, isOf("CSAT"));
    Column scaled =
        ExactSums.scale(
            SurveySource.SCORE.col(), SurveySource.SCALE_MIN.col(), SurveySource.SCALE_MAX.col());
    return new TalkRows(measuring.asOf(), SurveySource.ANSWERED_AT)
        .of(
            surveys,
            bits,
            Map.of(
                LineColumns.PARTS, ExactSums.parts(scaled),
                LineColumns.SCORE, SurveySource.SCORE.col()));
  }

  private static Column isOf(String survey) {
    return upper(SurveySource.SURVEY.col())
        .contains(survey)
        .and(SurveySource.SCORE.col().isNotNull());
  }
}
