package dev.dangol.features.voice;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import dev.dangol.features.measure.ExactSums;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.table.Field;
import dev.dangol.table.features.TalkColumns;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SurveySource;
import java.util.List;
import org.apache.spark.sql.Column;

/** Features of a customer's survey answers: mean score, latest NPS and CSAT. */
public final class SurveyFeatures {
  private SurveyFeatures() {}

  /** The measures of each customer with an answer. */
  public static FeatureFamily family() {
    Column scaled =
        ExactSums.of(
            ExactSums.scale(
                SurveySource.SCORE.col(),
                SurveySource.SCALE_MIN.col(),
                SurveySource.SCALE_MAX.col()));
    return new FeatureFamily(
        Sources.SURVEYS,
        List.of(
            FeatureMeasure.countOf(TalkColumns.SURVEY_ANSWERS_LIFETIME, day -> count(lit(1))),
            FeatureMeasure.of(
                TalkColumns.SURVEY_SCORE_MEAN,
                day -> sum(scaled).cast("double").divide(count(scaled)),
                SurveySource.SCORE,
                SurveySource.SCALE_MIN,
                SurveySource.SCALE_MAX),
            latest(TalkColumns.NPS_LATEST, "NPS"),
            latest(TalkColumns.CSAT_LATEST, "CSAT")));
  }

  private static FeatureMeasure latest(Field field, String survey) {
    Column score = SurveySource.SCORE.col();
    Column fits = upper(SurveySource.SURVEY.col()).contains(survey).and(score.isNotNull());
    Column order =
        when(fits, struct(SurveySource.ANSWERED_AT.col(), score.multiply(-1).as("lowest")));
    return FeatureMeasure.of(
        field, day -> max_by(score, order), SurveySource.SURVEY, SurveySource.SCORE);
  }
}
