package dev.dangol.journey;

import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.JourneyColumns;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;

/** Journey with its cost, the share of spread costs included. */
final class CostedJourney implements MapFunction<Row, Row> {
  private static final long serialVersionUID = 1;

  private final List<CostSpread> spreads;
  private final LocalDate day;

  CostedJourney(List<CostSpread> spreads, LocalDate day) {
    this.spreads = List.copyOf(spreads);
    this.day = day;
  }

  @Override
  public Row call(Row row) {
    FollowedJourney journey = FollowedJourney.of(row);
    RowReader cells = journey.cells();
    RowWriter written = RowWriter.of(JourneyColumns.TABLE).set(SharedColumns.AS_OF, day);
    JourneyColumns.FOLLOWED.stream()
        .filter(field -> !field.equals(JourneyColumns.OPEN))
        .forEach(field -> written.set(field, cells.cell(field)));
    return written
        .set(
            JourneyColumns.COST,
            CostSpread.amount(spreads.get(journey.goal()).units(journey.costs())))
        .set(JourneyColumns.OPEN, cells.flag(JourneyColumns.OPEN))
        .row();
  }
}
