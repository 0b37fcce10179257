package dev.dangol.features;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.Field;
import dev.dangol.table.Sources;
import dev.dangol.table.Surveys;
import dev.dangol.table.TalkColumns;
import java.util.List;
import org.apache.spark.sql.Column;

/** What a customer says when asked. */
final class SurveyFeatures {
  private SurveyFeatures() {}

  /** What is measured for each customer with an answer. */
  static Family family() {
    Column scaled =
        Exact.of(
            Exact.scaled(Surveys.SCORE.col(), Surveys.SCALE_MIN.col(), Surveys.SCALE_MAX.col()));
    return new Family(
        Sources.SURVEYS,
        List.of(
            Measure.counted(TalkColumns.SURVEY_ANSWERS_LIFETIME, day -> count(lit(1))),
            Measure.of(
                TalkColumns.SURVEY_SCORE_MEAN,
                day -> sum(scaled).cast("double").divide(count(scaled)),
                Surveys.SCORE,
                Surveys.SCALE_MIN,
                Surveys.SCALE_MAX),
            latest(TalkColumns.NPS_LATEST, "NPS"),
            latest(TalkColumns.CSAT_LATEST, "CSAT")));
  }

  private static Measure latest(Field field, String survey) {
    Column score = Surveys.SCORE.col();
    Column fits = upper(Surveys.SURVEY.col()).contains(survey).and(score.isNotNull());
    Column order = when(fits, struct(Surveys.ANSWERED_AT.col(), score.multiply(-1).as("lowest")));
    return Measure.of(field, day -> max_by(score, order), Surveys.SURVEY, Surveys.SCORE);
  }
}
