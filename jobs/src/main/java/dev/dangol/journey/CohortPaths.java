package dev.dangol.journey;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.JourneyStage;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.results.JourneyPathColumns;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Paths of cohorts to a goal. A path is the stages that most decided journeys of the members
 * entered; the dwell is over all journeys of the members.
 *
 * @param stages in their order; the last one comes after the decision and is in no path
 * @param goal the goal that the paths lead to
 */
public record CohortPaths(List<JourneyStage> stages, String goal, AsOf asOf) {
  public CohortPaths {
    stages = List.copyOf(stages);
  }

  /**
   * The rows of {@code journey_paths}; a cohort without a decided journey with touches has none.
   * The rows are shuffled once and held one at a time.
   *
   * @param journeys the rows of {@code journeys} of the day
   * @param members the rows of {@code cohort_days} of the day
   */
  public Dataset<Row> of(Dataset<Row> journeys, Dataset<Row> members) {
    Dataset<Row> walked =
        journeys
            .where(JourneyColumns.GOAL.col().equalTo(goal))
            .where(JourneyColumns.CUSTOMER_ID.col().isNotNull())
            .where(JourneyColumns.TOUCHES.col().gt(0))
            .join(
                members.select(SharedColumns.COHORT.col(), SharedColumns.CUSTOMER_ID.col()),
                SharedColumns.CUSTOMER_ID.name())
            .select(columns());
    return walked
        .mapPartitions(new PathRows(), Encoders.row(Field.schema(PathColumns.COUNTED)))
        .repartition(SharedColumns.COHORT.col())
        .sortWithinPartitions(
            SharedColumns.COHORT.col(),
            PathColumns.IS_STAY.col(),
            PathColumns.STAGE.col(),
            PathColumns.SPAN.col())
        .mapPartitions(
            new PathReader(upToDecision(), asOf.day()),
            Encoders.row(JourneyPathColumns.TABLE.schema()));
  }

  private Column[] columns() {
    Column begin = array_min(each(this::enteredAt));
    Column length = round(JourneyColumns.DAYS.col().multiply(dayMicros())).cast("long");
    Column end =
        coalesce(
            unix_micros(JourneyColumns.DECIDED_AT.col()),
            when(JourneyColumns.OPEN.col(), lit(JourneyTimes.micros(asOf.end()))),
            begin.plus(length));
    return new Column[] {
      SharedColumns.COHORT.col(),
      PathColumns.ENTERED.is(each(this::enteredAt)),
      PathColumns.EVENTS.is(each(name -> try_element_at(JourneyColumns.ENTERED_BY.col(), name))),
      PathColumns.CHANNELS.is(
          each(name -> try_element_at(JourneyColumns.ENTERED_THROUGH.col(), name))),
      PathColumns.DECIDED.is(JourneyColumns.DECIDED_AT.col().isNotNull()),
      PathColumns.END.is(end)
    };
  }

  private Column enteredAt(Column stage) {
    return unix_micros(try_element_at(JourneyColumns.ENTERED_AT.col(), stage));
  }

  private Column each(UnaryOperator<Column> ofStage) {
    return array(
        upToDecision().stream().map(name -> ofStage.apply(lit(name))).toArray(Column[]::new));
  }

  private List<String> upToDecision() {
    return stages.stream().limit(stages.size() - 1).map(JourneyStage::name).toList();
  }

  private static Column dayMicros() {
    return lit((double) JourneyTimes.micros(Duration.ofDays(1)));
  }
}
