package dev.dangol.journey;

import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.JourneyPathColumns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Reader of what was counted and of stays, sorted by cohort, stage and length. It holds one stay at
 * a time, and gives the steps of each cohort's path.
 */
final class PathReader implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1;

  private final List<String> stages;
  private final LocalDate day;

  PathReader(List<String> stages, LocalDate day) {
    this.stages = List.copyOf(stages);
    this.day = day;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> sorted) {
    List<Row> rows = new ArrayList<>();
    CohortStays cohort = null;
    while (sorted.hasNext()) {
      RowReader row = new RowReader(sorted.next());
      String name = row.text(SharedColumns.COHORT).orElseThrow();
      if (cohort == null || !name.equals(cohort.name)) {
        finish(cohort, rows);
        cohort = new CohortStays(name);
      }
      cohort.add(row);
    }
    finish(cohort, rows);
    return rows.iterator();
  }

  private void finish(CohortStays cohort, List<Row> rows) {
    if (cohort == null) {
      return;
    }
    cohort.leaveStage();
    long path = cohort.tally.modalPath();
    long step = 0;
    for (int stage = 0; stage < stages.size(); stage++) {
      if ((path >> stage & 1) == 1) {
        step++;
        PathKey entry = cohort.tally.entry(path, stage);
        rows.add(
            RowWriter.of(JourneyPathColumns.TABLE)
                .set(SharedColumns.AS_OF, day)
                .set(SharedColumns.COHORT, cohort.name)
                .set(JourneyPathColumns.STEP, step)
                .set(JourneyPathColumns.STAGE, stages.get(stage))
                .set(JourneyPathColumns.CHANNEL, entry.channel())
                .set(JourneyPathColumns.EVENT, entry.event())
                .set(JourneyPathColumns.SHARE, cohort.tally.share(path, stage))
                .set(JourneyPathColumns.JOURNEYS, cohort.tally.decided())
                .set(JourneyPathColumns.DWELL_P50, cohort.halves.get(stage))
                .row());
      }
    }
  }

  /** Stays of the journeys of one cohort, of which one stage is read at a time. */
  private static final class CohortStays {
    private final String name;
    private final PathTally tally = new PathTally();
    private final Map<Integer, Double> halves = new HashMap<>();
    private int stage = TraceItem.NO_STAGE;
    private DurationCurve curve;

    private CohortStays(String name) {
      this.name = name;
    }

    private void add(RowReader row) {
      int next = (int) row.count(PathColumns.STAGE);
      if (!row.flag(PathColumns.IS_STAY)) {
        PathKey key =
            new PathKey(
                next,
                row.count(PathColumns.PATH),
                row.text(PathColumns.EVENT).orElse(null),
                row.text(PathColumns.CHANNEL).orElse(null));
        tally.add(key, row.count(PathColumns.NUMBER));
        return;
      }
      if (next != stage) {
        leaveStage();
        stage = next;
        curve = new DurationCurve(tally.inStage(next));
      }
      curve.add(row.count(PathColumns.SPAN), (int) row.count(PathColumns.ENDED));
    }

    private void leaveStage() {
      if (curve != null) {
        halves.put(stage, curve.finish(name).half());
        curve = null;
      }
    }
  }
}
