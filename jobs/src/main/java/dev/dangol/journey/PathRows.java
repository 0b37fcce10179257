package dev.dangol.journey;

import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** Rows of the stays of journeys, one after the other, and at the end of what was counted. */
final class PathRows implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1;
  private static final String ROWS = "stays of journeys";

  @Override
  public Iterator<Row> call(Iterator<Row> journeys) {
    return new CountedRows(journeys);
  }

  /** Iterator over the rows of a part, which holds the stays of one journey at a time. */
  private static final class CountedRows implements Iterator<Row> {
    private final Iterator<Row> journeys;
    private final Deque<Row> ready = new ArrayDeque<>();
    private final Map<String, PathTally> tallies = new HashMap<>();

    private CountedRows(Iterator<Row> journeys) {
      this.journeys = journeys;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && journeys.hasNext()) {
        count(new RowReader(journeys.next()));
      }
      if (ready.isEmpty()) {
        tallies.forEach(
            (cohort, tally) ->
                tally.forEach((key, number) -> ready.add(counted(cohort, key, number))));
        tallies.clear();
      }
      return !ready.isEmpty();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.removeFirst();
    }

    private void count(RowReader journey) {
      String cohort = journey.text(SharedColumns.COHORT).orElseThrow();
      PathTally tally = tallies.computeIfAbsent(cohort, any -> new PathTally());
      List<Long> entered = journey.countList(PathColumns.ENTERED);
      List<String> events = journey.list(PathColumns.EVENTS);
      List<String> channels = journey.list(PathColumns.CHANNELS);
      boolean isDecided = journey.flag(PathColumns.DECIDED);
      long path = path(entered);
      long later = isDecided ? journey.count(PathColumns.END) : JourneyTrack.NEVER;
      for (int stage = entered.size() - 1; stage >= 0; stage--) {
        if (entered.get(stage) != null) {
          String event = events.get(stage);
          if (isDecided) {
            tally.add(new PathKey(stage, path, event, channels.get(stage)), 1);
          }
          if (stage < entered.size() - 1 || event != null) {
            boolean ended = later != JourneyTrack.NEVER;
            long span = (ended ? later : journey.count(PathColumns.END)) - entered.get(stage);
            tally.add(PathKey.ofStage(stage), 1);
            ready.add(stay(cohort, stage, span, ended));
          }
          later = entered.get(stage);
        }
      }
    }

    private static long path(List<Long> entered) {
      long path = 0;
      for (int stage = 0; stage < entered.size(); stage++) {
        path |= entered.get(stage) == null ? 0 : 1L << stage;
      }
      return path;
    }
  }

  private static Row stay(String cohort, int stage, long span, boolean ended) {
    return RowWriter.of(ROWS, PathColumns.COUNTED)
        .set(SharedColumns.COHORT, cohort)
        .set(PathColumns.IS_STAY, true)
        .set(PathColumns.STAGE, (long) stage)
        .set(PathColumns.SPAN, span)
        .set(PathColumns.ENDED, ended ? 1L : 0L)
        .set(PathColumns.PATH, 0L)
        .setNull(PathColumns.EVENT, PathColumns.CHANNEL)
        .set(PathColumns.NUMBER, 1L)
        .row();
  }

  private static Row counted(String cohort, PathKey key, long number) {
    return RowWriter.of(ROWS, PathColumns.COUNTED)
        .set(SharedColumns.COHORT, cohort)
        .set(PathColumns.IS_STAY, false)
        .set(PathColumns.STAGE, (long) key.stage())
        .setNull(PathColumns.SPAN, PathColumns.ENDED)
        .set(PathColumns.PATH, key.path())
        .set(PathColumns.EVENT, key.event())
        .set(PathColumns.CHANNEL, key.channel())
        .set(PathColumns.NUMBER, number)
        .row();
  }
}
