package dev.dangol.journey;

import dev.dangol.journey.CostLedger.CostSum;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.JourneyColumns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Journey as it was followed, read from its row.
 *
 * @param goal the goal's place
 * @param state null for what belongs to no journey
 * @param entered microseconds of entering each stage; null where it was not
 * @param seen the drivers met before entering each stage, a bit each
 * @param cells the columns that are shown
 * @param costs its touches and costs
 */
record FollowedJourney(
    int goal,
    TrackState state,
    List<Long> entered,
    List<Long> seen,
    RowReader cells,
    CostLedger costs) {
  static FollowedJourney of(Row row) {
    RowReader cells = new RowReader(row);
    return new FollowedJourney(
        (int) cells.count(TrackColumns.PLACE),
        cells.text(TrackColumns.STATE).map(TrackState::valueOf).orElse(null),
        cells.countList(TrackColumns.ENTERED),
        cells.countList(TrackColumns.SEEN),
        cells,
        costs(cells));
  }

  private static CostLedger costs(RowReader cells) {
    CostLedger costs = new CostLedger();
    for (Row row : cells.rows(TrackColumns.COSTS)) {
      RowReader part = new RowReader(row);
      costs.add(
          new CostKey(
              CostPart.valueOf(part.text(TrackColumns.PART).orElseThrow()),
              (int) part.count(TrackColumns.MONTH),
              (int) part.count(TrackColumns.STAGE),
              part.text(SharedColumns.CHANNEL).orElse(null),
              part.text(SharedColumns.CAMPAIGN_ID).orElse(null)),
          new CostSum(part.count(TrackColumns.TOUCHES), part.count(TrackColumns.AMOUNT)));
    }
    return costs;
  }

  boolean isDecided() {
    return state == TrackState.DECIDED;
  }

  boolean isAsleep() {
    return state == TrackState.ASLEEP;
  }

  boolean hasTouches() {
    return cells.count(JourneyColumns.TOUCHES) > 0;
  }

  /**
   * True where it counts as having entered the stage of a transition; the one that leads to the
   * goal asks for a touch of it.
   */
  boolean entersFrom(int stage) {
    boolean isLast = stage == entered.size() - 2;
    return isLast ? cells.flag(TrackColumns.TOUCHED_DECISION) : entered.get(stage) != null;
  }

  /** The moment of entering the next later stage up to the decision, or of the decision. */
  Optional<Long> passedAt(int stage) {
    for (int later = stage + 1; later < entered.size() - 1; later++) {
      if (entered.get(later) != null) {
        return Optional.of(entered.get(later));
      }
    }
    return isDecided() ? Optional.of(end()) : Optional.empty();
  }

  long end() {
    return cells.count(TrackColumns.END);
  }

  /** The length of its whole time, in microseconds. */
  long length() {
    return end() - cells.count(TrackColumns.BEGIN);
  }

  long net() {
    return cells.count(TrackColumns.NET);
  }

  long worth() {
    return cells.count(TrackColumns.WORTH);
  }

  Map<String, Boolean> errors() {
    return cells.flags(TrackColumns.ERRORS);
  }
}
