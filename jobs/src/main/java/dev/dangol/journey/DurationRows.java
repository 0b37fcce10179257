package dev.dangol.journey;

import dev.dangol.table.RowWriter;
import dev.dangol.table.results.JourneyColumns;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/** Durations of a journey: its stay in each stage, and its whole time where its class is known. */
final class DurationRows implements FlatMapFunction<Row, Row> {
  private static final long serialVersionUID = 1;

  private final int decision;

  /**
   * Durations up to the decision.
   *
   * @param decision the place of the stage that leads to the goal
   */
  DurationRows(int decision) {
    this.decision = decision;
  }

  @Override
  public Iterator<Row> call(Row row) {
    FollowedJourney journey = FollowedJourney.of(row);
    List<Row> rows = new ArrayList<>();
    if (journey.state() == null) {
      return rows.iterator();
    }
    for (int stage = 0; stage <= decision; stage++) {
      if (journey.entersFrom(stage)) {
        Optional<Long> passed = journey.passedAt(stage);
        long span = passed.orElse(journey.end()) - journey.entered().get(stage);
        rows.add(
            duration(DurationColumns.transition(journey.goal(), stage), span, passed.isPresent()));
      }
    }
    Optional<String> name = journey.cells().text(JourneyColumns.PRODUCT_CLASS);
    if (name.isPresent() && journey.isDecided()) {
      String group = DurationColumns.productClass(journey.goal(), name.get());
      rows.add(duration(group, journey.length(), true));
    }
    return rows.iterator();
  }

  private static Row duration(String group, long span, boolean ended) {
    return RowWriter.of("durations", DurationColumns.ALL)
        .set(DurationColumns.GROUP, group)
        .set(DurationColumns.SPAN, span)
        .set(DurationColumns.ENDED, ended ? 1L : 0L)
        .row();
  }
}
