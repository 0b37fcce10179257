package dev.dangol.journey;

import dev.dangol.config.JourneyGoal;
import dev.dangol.config.JourneySettings;
import dev.dangol.config.JourneyStage;
import dev.dangol.problem.BadSetting;
import dev.dangol.sql.SqlText;
import dev.dangol.table.Table;
import dev.dangol.table.results.ContactViews;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Proof of the SQL that goals and stages are described by. */
public final class JourneyPredicates {
  private JourneyPredicates() {}

  /**
   * Proves that each predicate is true or false of a row on its own.
   *
   * @param tables rows, or none, with the columns of a table
   * @throws BadSetting naming each that is not
   */
  public static void prove(JourneySettings settings, Function<Table, Dataset<Row>> tables) {
    Dataset<Row> purchases = tables.apply(Sources.PURCHASES.clean());
    Dataset<Row> contacts = tables.apply(ContactViews.TABLE);
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
