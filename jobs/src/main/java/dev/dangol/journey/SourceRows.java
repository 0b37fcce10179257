package dev.dangol.journey;

import dev.dangol.probability.WilsonInterval;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.results.JourneySourceColumns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Rows of the sources of journeys, and of presence in channels.
 *
 * @param statistics of all journeys of the day
 */
public record SourceRows(JourneyStatistics statistics, AsOf asOf) {
  private static final List<TallyKind> KINDS =
      List.of(TallyKind.ENTRY_SOURCE, TallyKind.FIRST_TOUCH_KIND, TallyKind.CHANNEL);

  /** The rows of {@code journey_sources}. */
  public List<Row> sources() {
    List<Row> rows = new ArrayList<>();
    for (GoalRule goal : statistics.rules().goals()) {
      for (TallyKind kind : KINDS) {
        statistics
            .tally()
            .counts(goal.place(), kind)
            .forEach((key, n) -> rows.add(source(goal, key, n)));
      }
    }
    return rows;
  }

  private Row source(GoalRule goal, TallyKey key, long[] n) {
    long judged = n[1] + n[2];
    Optional<WilsonInterval> interval =
        judged == 0 ? Optional.empty() : Optional.of(WilsonInterval.of(n[1], judged));
    BigDecimal cost =
        CostSpread.amount(
            statistics.spreads().get(goal.place()).units(statistics.tally().costs(key)));
    BigDecimal net = CostSpread.amount(BigDecimal.valueOf(n[3]));
    return RowWriter.of(JourneySourceColumns.SOURCES)
        .set(SharedColumns.AS_OF, asOf)
        .set(JourneyColumns.GOAL, goal.name())
        .set(JourneySourceColumns.KIND, key.kind().name().toLowerCase(Locale.ROOT))
        .set(JourneySourceColumns.VALUE, key.name())
        .set(JourneySourceColumns.JOURNEYS, n[0])
        .set(JourneySourceColumns.DECIDED, n[1])
        .set(JourneySourceColumns.DECIDED_SHARE, share(n[1], judged))
        .set(JourneySourceColumns.LOW, interval.map(WilsonInterval::low))
        .set(JourneySourceColumns.HIGH, interval.map(WilsonInterval::high))
        .set(JourneySourceColumns.NET_SALES, net)
        .set(JourneyColumns.COST, cost)
        .set(
            JourneySourceColumns.RETURN_ON_COST,
            cost.signum() == 0 ? null : net.doubleValue() / cost.doubleValue())
        .row();
  }

  /** The rows of {@code presence}. */
  public List<Row> presence() {
    List<Row> rows = new ArrayList<>();
    for (GoalRule goal : statistics.rules().goals()) {
      long[] all = statistics.tally().counts(new TallyKey(goal.place(), TallyKind.ALL, null, 0));
      statistics
          .tally()
          .counts(goal.place(), TallyKind.PRESENCE)
          .forEach((key, n) -> rows.add(place(goal, key, n, all)));
    }
    return rows;
  }

  private Row place(GoalRule goal, TallyKey key, long[] n, long[] all) {
    Double decided = share(n[1], all[1]);
    Double asleep = share(n[2], all[2]);
    return RowWriter.of(JourneySourceColumns.PRESENCE)
        .set(SharedColumns.AS_OF, asOf)
        .set(JourneyColumns.GOAL, goal.name())
        .set(JourneySourceColumns.CHANNEL, key.name())
        .set(JourneySourceColumns.STAGE, statistics.rules().stages().get(key.stage()))
        .set(JourneyColumns.TOUCHES, n[0])
        .set(JourneySourceColumns.TOUCH_SHARE, share(n[0], all[0]))
        .set(JourneySourceColumns.DECIDED_SHARE, decided)
        .set(JourneySourceColumns.GAP, decided == null || asleep == null ? null : decided - asleep)
        .row();
  }

  private static Double share(long part, long whole) {
    return whole == 0 ? null : (Double) ((double) part / whole);
  }
}
