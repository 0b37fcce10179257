package dev.dangol.cohorts.persona;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.JourneyPathColumns;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;

/**
 * Finding on a step of the way that most members took: a row of {@code journey_paths}.
 *
 * @param event what most entered the stage by; empty for the decision itself
 * @param channel where; empty for none
 * @param share the share of decided journeys that came this way, 0 to 1
 * @param journeys how many decided journeys that is a share of
 * @param days after which half have left the stage; empty where fewer do
 */
public record PathFinding(
    PathPlace place,
    Optional<String> event,
    Optional<String> channel,
    double share,
    long journeys,
    OptionalDouble days) {

  /** The key of the row, and the stage that it enters. */
  public record PathPlace(LocalDate asOf, String cohort, long step, String stage) {}

  /** From a row of {@code journey_paths}. */
  public static PathFinding of(Row row) {
    RowReader cells = new RowReader(row);
    return new PathFinding(
        new PathPlace(
            cells.day(SharedColumns.AS_OF).orElseThrow(),
            cells.text(SharedColumns.COHORT).orElseThrow(),
            cells.count(JourneyPathColumns.STEP),
            cells.text(JourneyPathColumns.STAGE).orElseThrow()),
        cells.text(JourneyPathColumns.EVENT),
        cells.text(JourneyPathColumns.CHANNEL),
        cells.number(JourneyPathColumns.SHARE).orElseThrow(),
        cells.count(JourneyPathColumns.JOURNEYS),
        cells.number(JourneyPathColumns.DWELL_P50));
  }

  SourceCell cell(Field column, Object figure) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put(SharedColumns.AS_OF.name(), place.asOf().toString());
    keys.put(SharedColumns.COHORT.name(), place.cohort());
    keys.put(JourneyPathColumns.STEP.name(), String.valueOf(place.step()));
    return SourceCell.of(JourneyPathColumns.TABLE, column, keys, figure);
  }
}
