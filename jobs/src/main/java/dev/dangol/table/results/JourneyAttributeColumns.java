package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.Unit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Columns that describe a customer by goals: of the latest journey to each goal, and of what they
 * contributed. Scorecards, cohorts and exports may name them.
 */
public final class JourneyAttributeColumns {
  private JourneyAttributeColumns() {}

  public static Field stage(String goal) {
    return Field.text("journey_stage_" + goal, JourneyColumns.STAGE.meaning());
  }

  public static Field days(String goal) {
    return Field.number(Unit.DAYS, "journey_days_" + goal, JourneyColumns.DAYS.meaning());
  }

  public static Field backSteps(String goal) {
    return Field.count(
        Unit.TIMES, "journey_back_steps_" + goal, JourneyColumns.BACK_STEPS.meaning());
  }

  public static Field entrySource(String goal) {
    return Field.text("entry_source_" + goal, JourneyColumns.ENTRY_SOURCE.meaning());
  }

  public static Field contribution(String goal) {
    return Field.number(
        Unit.MONEY, "contribution_" + goal, "The customer's contribution to the goal.");
  }

  /** The columns of the latest journey to a goal, without the contribution. */
  public static List<Field> ofJourney(String goal) {
    return List.of(stage(goal), days(goal), backSteps(goal), entrySource(goal));
  }

  /** All columns of a goal. */
  public static List<Field> all(String goal) {
    return Stream.concat(ofJourney(goal).stream(), Stream.of(contribution(goal))).toList();
  }

  /** The columns of all goals that are numbers, which a criterion can be about. */
  public static List<Field> numbers(Collection<String> goals) {
    return goals.stream()
        .flatMap(goal -> all(goal).stream())
        .filter(Field::isNumberOrFlag)
        .toList();
  }
}
