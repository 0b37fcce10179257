package dev.dangol.journey;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.JourneyGoal;
import dev.dangol.config.JourneyGoal.GoalKind;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.GoalColumns;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MoneyArithmetic;
import dev.dangol.table.sources.PurchaseSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Values of goals as of a day: of each customer, and of all.
 *
 * @param goals those that can be measured
 */
@RunsSparkJobs
public record GoalValues(List<JourneyGoal> goals, AsOf asOf) {

  /**
   * One row per goal and person who served it; null for visitors. It describes no share yet.
   *
   * @param purchases the clean purchases
   * @param engagement the clean events; empty where they are not configured
   */
  public Dataset<Row> of(Dataset<Row> purchases, Optional<Dataset<Row>> engagement) {
    List<Dataset<Row>> parts = new ArrayList<>();
    if (goals.stream().anyMatch(goal -> !goal.isOfEvents())) {
      parts.add(ofOrders(purchases));
    }
    if (goals.stream().anyMatch(JourneyGoal::isOfEvents)) {
      engagement.map(this::ofEvents).ifPresent(parts::add);
    }
    return parts.stream().reduce(Dataset::union).orElseThrow();
  }

  /** The value of each goal, by its name; starts a Spark job. */
  public Map<String, BigDecimal> totals(Dataset<Row> values) {
    Map<String, BigDecimal> totals = new HashMap<>();
    values
        .groupBy(JourneyColumns.GOAL.col())
        .agg(GoalColumns.VALUE.is(sum(GoalColumns.VALUE.col())))
        .collectAsList()
        .stream()
        .map(RowReader::new)
        .forEach(
            row ->
                totals.put(
                    row.text(JourneyColumns.GOAL).orElseThrow(), row.total(GoalColumns.VALUE)));
    return totals;
  }

  /** The rows of {@code goal_contribution}. */
  public Dataset<Row> contributions(Dataset<Row> values, Map<String, BigDecimal> totals) {
    Column share = lit(null);
    for (JourneyGoal goal : goals) {
      double total = totals.getOrDefault(goal.name(), BigDecimal.ZERO).doubleValue();
      Column own = GoalColumns.VALUE.col().cast("double").divide(total);
      Column named = JourneyColumns.GOAL.col().equalTo(goal.name());
      share = total == 0 ? share : when(named, own).otherwise(share);
    }
    return values
        .where(SharedColumns.CUSTOMER_ID.col().isNotNull())
        .select(
            SharedColumns.AS_OF.is(asOf.column()),
            JourneyColumns.GOAL.col(),
            SharedColumns.CUSTOMER_ID.col(),
            GoalColumns.VALUE.col(),
            GoalColumns.ALL_SHARE.is(share));
  }

  /** The rows of {@code goal_progress}. */
  public List<Row> progress(Map<String, BigDecimal> totals) {
    List<Row> rows = new ArrayList<>();
    for (JourneyGoal goal : goals) {
      BigDecimal value = totals.getOrDefault(goal.name(), BigDecimal.ZERO).setScale(4);
      rows.add(
          RowWriter.of(GoalColumns.PROGRESS)
              .set(SharedColumns.AS_OF, asOf)
              .set(JourneyColumns.GOAL, goal.name())
              .set(GoalColumns.VALUE, value)
              .set(
                  GoalColumns.TARGET,
                  goal.target().map(target -> target.setScale(4, java.math.RoundingMode.HALF_UP)))
              .set(
                  GoalColumns.TARGET_SHARE,
                  goal.target().map(target -> value.doubleValue() / target.doubleValue()))
              .row());
    }
    return rows;
  }

  private Dataset<Row> ofOrders(Dataset<Row> purchases) {
    Column line = SharedColumns.SOURCE_ROW.col();
    List<Column> sums = new ArrayList<>();
    List<Column> cells = new ArrayList<>();
    for (JourneyGoal goal : goals) {
      if (goal.isOfEvents()) {
        continue;
      }
      Field own = GoalColumns.VALUE.renamed("_value_" + sums.size(), "The value of one goal.");
      Field any = Field.flag("_any_" + sums.size(), "True where the goal was served.");
      Column serves = TraceMarks.serves(goal);
      Column bought = serves.and(PurchaseSource.isPurchase());
      boolean counts = goal.kind() == GoalKind.COUNT;
      Column value =
          counts
              ? count_distinct(when(bought, coalesce(SharedColumns.ORDER_ID.col(), line)))
                  .multiply(lit(goal.valueOfOne()))
              : MoneyArithmetic.amount(
                  sum(when(serves, MoneyArithmetic.units(PurchaseSource.NET_AMOUNT.col()))));
      sums.add(own.is(value));
      sums.add(any.is(count_if(counts ? bought : serves).gt(0)));
      cells.add(when(any.col(), cell(goal, own.col())));
    }
    return purchases
        .where(asOf.isKnown(PurchaseSource.PURCHASED_AT))
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(sums.get(0), sums.stream().skip(1).toArray(Column[]::new))
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            inline(array_compact(array(cells.toArray(Column[]::new)))))
        .select(columns());
  }

  private Dataset<Row> ofEvents(Dataset<Row> engagement) {
    Column event = EngagementSource.EVENT.col();
    List<Column> sums = new ArrayList<>();
    List<Column> cells = new ArrayList<>();
    for (JourneyGoal goal : goals) {
      if (goal.isOfEvents()) {
        Field own = GoalColumns.VALUE.renamed("_value_" + cells.size(), "The value of one goal.");
        Column events = count_if(event.isin(goal.events().toArray()));
        sums.add(own.is(events.multiply(lit(goal.valueOfOne()))));
        cells.add(when(own.col().gt(0), cell(goal, own.col())));
      }
    }
    return engagement
        .where(asOf.isKnown(EngagementSource.OCCURRED_AT))
        .groupBy(EngagementSource.KNOWN_CUSTOMER_ID.col())
        .agg(sums.get(0), sums.stream().skip(1).toArray(Column[]::new))
        .select(
            EngagementSource.KNOWN_CUSTOMER_ID.col(),
            inline(array_compact(array(cells.toArray(Column[]::new)))))
        .select(columns());
  }

  private static Column cell(JourneyGoal goal, Column value) {
    return struct(JourneyColumns.GOAL.is(lit(goal.name())), GoalColumns.VALUE.is(value));
  }

  private static Column[] columns() {
    return new Column[] {
      SharedColumns.CUSTOMER_ID.col(), JourneyColumns.GOAL.col(), GoalColumns.VALUE.col()
    };
  }
}
