package dev.dangol.cohorts.scorecard;

import static org.apache.spark.sql.functions.lit;

import dev.dangol.cohorts.Membership;
import dev.dangol.config.AdditionalScorecard;
import dev.dangol.config.ScorecardSettings;
import dev.dangol.problem.BadSetting;
import dev.dangol.sql.SqlText;
import dev.dangol.table.Field;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.results.ScorecardColumns;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fit of customers on additional scorecards: other pictures of an ideal customer beside the main
 * one. Each is a scorecard of its own over the customers that it is about.
 */
@RunsSparkJobs
public final class AdditionalFit {
  private AdditionalFit() {}

  /**
   * Checks the predicates that say which customers the profiles are about.
   *
   * @throws BadSetting where a predicate cannot be read, names no column, or is not true or false
   */
  public static void prove(Dataset<Row> customers, Map<String, AdditionalScorecard> profiles) {
    Map<String, String> predicates =
        profiles.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, profile -> profile.getValue().where()));
    Membership.columns(customers, "scorecard.profiles", predicates);
  }

  /** The customers that the profile is about. */
  public static Dataset<Row> subjects(Dataset<Row> customers, AdditionalScorecard profile) {
    return customers.where(SqlText.expression(profile.where()));
  }

  /**
   * One row per customer that the profile is about; their rank is among them.
   *
   * @param profile its name, not {@link ScorecardSettings#MAIN}
   * @param subjects the customers that it is about
   * @param card its scorecard on the day
   */
  public static Dataset<Row> of(String profile, Dataset<Row> subjects, FittedScorecard card) {
    return CustomerFit.of(subjects, card)
        .withColumn(ScorecardColumns.PROFILE.name(), ScorecardColumns.PROFILE.is(lit(profile)))
        .select(ScorecardColumns.PROFILES.fields().stream().map(Field::col).toArray(Column[]::new));
  }
}
