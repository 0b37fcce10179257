package dev.dangol.journey;

import dev.dangol.config.JourneyGoal;
import dev.dangol.config.JourneySettings;
import dev.dangol.config.JourneyStage;
import dev.dangol.problem.BadSetting;
import dev.dangol.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Proof of the SQL that goals and stages are described by. */
public final class JourneyPredicates {
  private JourneyPredicates() {}

  /**
   * Proves that each predicate is true or false of a row on its own.
   *
   * @param purchases rows with the columns of {@code clean_purchases}
   * @param contacts rows with the columns of {@code contacts}
   * @throws BadSetting naming each that is not
   */
  public static void prove(
      JourneySettings settings, Dataset<Row> purchases, Dataset<Row> contacts) {
    List<String> faults = new ArrayList<>();
    for (JourneyGoal goal : settings.goals()) {
      fault("goals." + goal.name(), goal.where(), purchases).ifPresent(faults::add);
    }
    for (JourneyStage stage : settings.stages()) {
      fault("stages." + stage.name(), stage.where(), contacts).ifPresent(faults::add);
    }
    if (!faults.isEmpty()) {
      throw new BadSetting(String.join("\n", faults));
    }
  }

  private static Optional<String> fault(
      String name, Optional<String> predicate, Dataset<Row> rows) {
    if (predicate.isPresent()) {
      try {
        SqlText.provePredicate(rows, predicate.get());
      } catch (SqlText.UnusableExpression wrong) {
        return Optional.of(
            "journey." + name + ".where = \"" + predicate.get() + "\": " + wrong.explanation());
      }
    }
    return Optional.empty();
  }
}
