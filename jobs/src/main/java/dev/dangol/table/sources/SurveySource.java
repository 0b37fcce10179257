package dev.dangol.table.sources;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import java.util.List;

/** Columns of survey answers. */
public final class SurveySource {
  public static final Field ANSWERED_AT =
      Field.instant("answered_at", "When it was answered.").asRequired();
  public static final Field SURVEY = Field.text("survey", "The survey, such as NPS or CSAT.");
  public static final Field QUESTION = Field.text("question", "The question asked.");
  public static final Field SCORE = Field.number("score", "The answer, on its own scale.");
  public static final Field SCALE_MIN = Field.number("scale_min", "The lowest answer possible.");
  public static final Field SCALE_MAX = Field.number("scale_max", "The highest answer possible.");

  public static final List<Field> FIELDS =
      List.of(
          SharedColumns.CUSTOMER_ID,
          ANSWERED_AT,
          SURVEY,
          QUESTION,
          SCORE,
          SCALE_MIN,
          SCALE_MAX,
          ReviewSource.TEXT,
          SharedColumns.ACTED_ON_AT);

  private SurveySource() {}
}
