package dev.dangol.journey;

import dev.dangol.config.JourneyGoal;
import dev.dangol.problem.BadSetting;
import dev.dangol.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Proof of the SQL that goals are described by. */
public final class JourneyPredicates {
  private JourneyPredicates() {}

  /**
   * Proves that each predicate is true or false of a line on its own.
   *
   * @param purchases rows with the columns of {@code clean_purchases}
   * @throws BadSetting naming each that is not
   */
  public static void prove(List<JourneyGoal> goals, Dataset<Row> purchases) {
    List<String> faults = new ArrayList<>();
    for (JourneyGoal goal : goals) {
      goal.where()
          .ifPresent(
              predicate -> {
                try {
                  SqlText.provePredicate(purchases, predicate);
                } catch (SqlText.UnusableExpression wrong) {
                  faults.add(
                      "journey.goals."
                          + goal.name()
                          + ".where = \""
                          + predicate
                          + "\": "
                          + wrong.explanation());
                }
              });
    }
    if (!faults.isEmpty()) {
      throw new BadSetting(String.join("\n", faults));
    }
  }
}
