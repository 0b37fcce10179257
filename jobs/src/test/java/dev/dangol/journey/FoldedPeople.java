package dev.dangol.journey;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.results.JourneyFlowColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** People whose journeys are folded and counted without Spark; costs are not spread. */
final class FoldedPeople {
  private final JourneyRules rules;
  private final JourneyTally tally = new JourneyTally();
  private final JourneyCensus census;

  FoldedPeople(JourneyRules rules) {
    this.rules = rules;
    this.census = new JourneyCensus(rules);
  }

  /** Folds the rows of one person; returns the rows of their journeys. */
  List<RowReader> add(String id, List<TraceItem> items) {
    List<TraceItem> sorted = new ArrayList<>(items);
    sorted.sort(PersonTrace.order());
    PersonTrace trace = new PersonTrace(rules);
    sorted.forEach(trace::add);
    List<RowReader> rows = new ArrayList<>();
    for (Row row : new TrackWriter(rules, id, null).rows(trace)) {
      Row named = withNames(row);
      census.count(FollowedJourney.of(named), tally);
      rows.add(new RowReader(named));
    }
    return rows;
  }

  JourneyStatistics statistics() {
    CostSpread none = CostSpread.of(List.of(), new CostLedger());
    return new JourneyStatistics(rules, tally, List.of(none), Map.of());
  }

  /** The transition at which most value is lost. */
  static RowReader bottleneck(JourneyStatistics statistics, AsOf day) {
    return read(
            new FlowRows(statistics, day).transitions(), JourneyFlowColumns.TRANSITIONS.fields())
        .stream()
        .filter(row -> row.count(JourneyFlowColumns.RANK) == 1)
        .findFirst()
        .orElseThrow();
  }

  static List<RowReader> read(List<Row> made, List<Field> fields) {
    return made.stream().map(row -> new RowReader(named(row, fields))).toList();
  }

  /** The row as Spark hands it on, with its columns and those of the rows within it. */
  private static Row withNames(Row row) {
    List<Object> parts = new ArrayList<>();
    for (Row part : row.<Row>getList(row.size() - 1)) {
      parts.add(named(part, TrackColumns.COST_FIELDS));
    }
    Object[] cells = cells(row);
    cells[cells.length - 1] = CollectionConverters.asScala(parts).toSeq();
    return named(RowFactory.create(cells), TrackColumns.ALL);
  }

  private static Row named(Row row, List<Field> fields) {
    StructType schema = Field.schema(fields);
    return new GenericRowWithSchema(cells(row), schema);
  }

  private static Object[] cells(Row row) {
    Object[] cells = new Object[row.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.get(i);
    }
    return cells;
  }
}
