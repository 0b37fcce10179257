package dev.dangol.journey;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.GoalColumns;
import dev.dangol.table.results.JourneyAttributeColumns;
import dev.dangol.table.results.JourneyColumns;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Attributes of customers by their journeys and contributions. Of the latest journey to each goal
 * they are its stage, days, back steps and source. Null where there is none.
 *
 * @param goals the names of the goals
 */
public record JourneyAttributes(List<String> goals) {
  /** In the order of {@link JourneyAttributeColumns#ofJourney}. */
  private static final List<Field> OF_JOURNEY =
      List.of(
          JourneyColumns.STAGE,
          JourneyColumns.DAYS,
          JourneyColumns.BACK_STEPS,
          JourneyColumns.ENTRY_SOURCE);

  /**
   * One row per day and customer with a journey or a contribution.
   *
   * @param journeys the rows of {@code journeys}
   * @param contributions the rows of {@code goal_contribution}
   */
  public Dataset<Row> of(Dataset<Row> journeys, Dataset<Row> contributions) {
    Column[] key = {SharedColumns.AS_OF.col(), SharedColumns.CUSTOMER_ID.col()};
    List<Column> latest = new ArrayList<>();
    List<Column> parts = new ArrayList<>();
    List<Column> values = new ArrayList<>();
    for (String goal : goals) {
      Field last = Field.text("_latest_" + goal, "The latest journey to the goal.");
      latest.add(latest(goal).as(last.name()));
      List<Field> named = JourneyAttributeColumns.ofJourney(goal);
      for (int place = 0; place < named.size(); place++) {
        parts.add(named.get(place).is(cell(last, OF_JOURNEY.get(place))));
      }
      Column own = when(JourneyColumns.GOAL.col().equalTo(goal), GoalColumns.VALUE.col());
      values.add(JourneyAttributeColumns.contribution(goal).is(max(own)));
    }
    Dataset<Row> byJourney =
        journeys
            .where(SharedColumns.CUSTOMER_ID.col().isNotNull())
            .groupBy(key)
            .agg(latest.get(0), latest.stream().skip(1).toArray(Column[]::new))
            .select(with(key, parts));
    Dataset<Row> byGoal =
        contributions
            .groupBy(key)
            .agg(values.get(0), values.stream().skip(1).toArray(Column[]::new));
    String[] names = {SharedColumns.AS_OF.name(), SharedColumns.CUSTOMER_ID.name()};
    return byJourney.join(byGoal, names, "full_outer");
  }

  private static Column latest(String goal) {
    Column own = JourneyColumns.GOAL.col().equalTo(goal);
    Column[] cells = OF_JOURNEY.stream().map(Field::col).toArray(Column[]::new);
    return max_by(struct(cells), when(own, JourneyColumns.JOURNEY_NUMBER.col()));
  }

  private static Column cell(Field struct, Field field) {
    return dev.dangol.sql.SqlText.column(struct.name()).getField(field.name());
  }

  private static Column[] with(Column[] key, List<Column> more) {
    List<Column> all = new ArrayList<>(List.of(key));
    all.addAll(more);
    return all.toArray(Column[]::new);
  }
}
