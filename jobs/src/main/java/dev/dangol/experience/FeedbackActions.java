package dev.dangol.experience;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CaseTimeColumns;
import dev.dangol.table.sources.Sources;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Feedback that the business acted on, and how soon.
 *
 * @param sources the sources that say when it did
 */
record FeedbackActions(Set<String> sources) implements CustomerMeasure {
  static final String MEASURE = "feedback_actions";
  private static final Field DAYS = Field.number("_days", "Days until it was acted on, or null.");

  /** The sources of feedback, by what their rows are. */
  private static final Map<ExperienceKind, String> KINDS =
      Map.of(
          ExperienceKind.REVIEW,
          Sources.REVIEWS.name(),
          ExperienceKind.SURVEY,
          Sources.SURVEYS.name(),
          ExperienceKind.CASE,
          Sources.SUPPORT.name());

  FeedbackActions {
    sources = Set.copyOf(sources);
  }

  @Override
  public void add(ExperienceHistory customer, FactSheet facts) {
    KINDS.forEach(
        (kind, source) -> {
          if (sources.contains(source)) {
            for (ExperienceEvent feedback : customer.of(kind)) {
              facts.row(
                  FactKey.of(MEASURE, source, feedback.about().id()),
                  Math.max(0, feedback.actedDays()));
            }
          }
        });
  }

  /** The rows of {@code feedback_actions}. */
  static Dataset<Row> rows(FactTable facts, AsOf asOf) {
    return facts
        .of(MEASURE)
        .select(FactTable.part(CaseTimeColumns.SOURCE, 0), DAYS.is(FactTable.figure(0)))
        .groupBy(CaseTimeColumns.SOURCE.col())
        .agg(
            CaseTimeColumns.FEEDBACK.is(count(lit(1))),
            CaseTimeColumns.ACTED_ON.is(count(DAYS.col())),
            CaseTimeColumns.MEDIAN_DAYS.is(percentile(DAYS.col(), lit(0.5))),
            CaseTimeColumns.P90_DAYS.is(percentile(DAYS.col(), lit(0.9))))
        .select(
            SharedColumns.AS_OF.is(asOf.column()),
            CaseTimeColumns.SOURCE.col(),
            CaseTimeColumns.FEEDBACK.col(),
            CaseTimeColumns.ACTED_ON.col(),
            CaseTimeColumns.ACTED_SHARE.is(
                CaseTimeColumns.ACTED_ON.col().divide(CaseTimeColumns.FEEDBACK.col())),
            CaseTimeColumns.MEDIAN_DAYS.col(),
            CaseTimeColumns.P90_DAYS.col());
  }
}
