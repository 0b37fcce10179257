package dev.dangol.journey;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.JourneyGoal;
import dev.dangol.config.JourneySettings;
import dev.dangol.config.JourneyStage;
import dev.dangol.sql.SqlText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;

/**
 * Marks of rows: the stage that names one, the goals that it serves, the drivers that it is.
 *
 * @param settings what is configured
 * @param rules the same as places and bits
 */
record TraceMarks(JourneySettings settings, JourneyRules rules) {
  /** The place of the first stage that names an event; -1 for none. */
  int stageOf(String event) {
    List<JourneyStage> stages = settings.stages();
    for (int place = 0; place < stages.size(); place++) {
      if (stages.get(place).events().contains(event)) {
        return place;
      }
    }
    return TraceItem.NO_STAGE;
  }

  /** The same of a column of events. */
  Column stageOf(Column event) {
    Column stage = lit(TraceItem.NO_STAGE);
    for (int place = settings.stages().size() - 1; place >= 0; place--) {
      List<String> events = settings.stages().get(place).events();
      stage = when(event.isin(events.toArray()), place).otherwise(stage);
    }
    return stage;
  }

  /** The bits of the drivers that an event is. */
  long driversOf(String event) {
    long bits = 0;
    for (Map.Entry<String, List<String>> driver : settings.drivers().entrySet()) {
      bits |= driver.getValue().contains(event) ? bitOf(driver.getKey()) : 0;
    }
    return bits;
  }

  /** The same of a column of events. */
  Column driversOf(Column event) {
    Column bits = lit(0L);
    for (Map.Entry<String, List<String>> driver : settings.drivers().entrySet()) {
      bits = bits.bitwiseOR(bit(event.isin(driver.getValue().toArray()), bitOf(driver.getKey())));
    }
    return bits;
  }

  long bitOf(String driver) {
    return rules.bit(driver);
  }

  /** The bits of the goals that a line of purchases serves. */
  Column goalsOfLines() {
    Column bits = lit(0L);
    for (int place = 0; place < settings.goals().size(); place++) {
      JourneyGoal goal = settings.goals().get(place);
      if (!goal.isOfEvents()) {
        bits = bits.bitwiseOR(bit(serves(goal), 1L << place));
      }
    }
    return bits;
  }

  /** True of a line that serves a goal of orders, null never. */
  static Column serves(JourneyGoal goal) {
    return coalesce(goal.where().map(SqlText::expression).orElse(lit(true)), lit(false));
  }

  /** The bits of the goals of which an event is a decision. */
  Column goalsOfEvents(Column event) {
    Column bits = lit(0L);
    for (int place = 0; place < settings.goals().size(); place++) {
      List<String> events = settings.goals().get(place).events();
      if (!events.isEmpty()) {
        bits = bits.bitwiseOR(bit(event.isin(events.toArray()), 1L << place));
      }
    }
    return bits;
  }

  /** True for events that journeys look at; all of them, where a stage looks at contacts. */
  Column isOfUse(Column event) {
    Set<String> used = new TreeSet<>(Set.of(TraceItem.ERROR));
    settings.stages().forEach(stage -> used.addAll(stage.events()));
    settings.goals().forEach(goal -> used.addAll(goal.events()));
    settings.drivers().values().forEach(used::addAll);
    boolean all = settings.stages().stream().anyMatch(stage -> stage.where().isPresent());
    return all ? lit(true) : event.isin(used.toArray());
  }

  private static Column bit(Column condition, long bit) {
    return when(condition, lit(bit)).otherwise(lit(0L));
  }
}
