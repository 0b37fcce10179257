package dev.dangol.features.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.fold.FoldedRows;
import dev.dangol.features.fold.GivenLine;
import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.SatisfactionColumns;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.junit.jupiter.api.Test;

/** Experience of single customers on two days of one pass, by hand. */
class OrderExperienceFoldTest {
  private static final int NOW = FoldedDay.DESCRIBED.known();
  private static final int BOTH = NOW | FoldedDay.EARLIER.known();
  private static final int LATE_NOW = FoldedDay.DESCRIBED.judged() | FoldedDay.DESCRIBED.late();
  private static final int KEPT_THEN = FoldedDay.EARLIER.judged();

  private final FoldedRows rows = new FoldedRows(LocalDate.of(2026, 3, 31));

  @Test
  void each_day_knows_the_lines_that_had_come_by_then() {
    rows.deliver(
        GivenLine.on("2026-01-01")
            .of("a")
            .paid(10)
            .known(BOTH | KEPT_THEN | LATE_NOW, "2026-01-05"));
    rows.deliver(GivenLine.on("2026-01-02").of("a").paid(5).known(BOTH, "2026-01-05"));
    rows.deliver(GivenLine.on("2026-03-01").of("b").paid(7).known(NOW | LATE_NOW, "2026-03-02"));
    rows.deliver(
        GivenLine.on("2026-03-05").of("a").paid(-4).refunding(true).known(NOW, "2026-01-05"));
    rows.deliver(GivenLine.on("2026-01-03").paid(-1).refunding(false).known(BOTH, "2026-01-05"));

    assertThat(of(FoldedDay.DESCRIBED, SatisfactionColumns.ORDERS)).isEqualTo(2L);
    assertThat(of(FoldedDay.EARLIER, SatisfactionColumns.ORDERS)).isEqualTo(1L);
    assertThat(of(FoldedDay.DESCRIBED, DayColumns.NET)).isEqualTo(17L);
    assertThat(of(FoldedDay.EARLIER, DayColumns.NET)).isEqualTo(14L);
    assertThat(of(FoldedDay.DESCRIBED, FeatureColumns.FREQUENCY)).isEqualTo(1L);
    assertThat(of(FoldedDay.EARLIER, FeatureColumns.LAST_ORDER_ON)).isEqualTo(day("2026-01-01"));
    assertThat(of(FoldedDay.DESCRIBED, ExperienceColumns.REFUNDED_ORDERS)).isEqualTo(1L);
    assertThat(of(FoldedDay.EARLIER, ExperienceColumns.REFUNDED_ORDERS)).isEqualTo(0L);
    assertThat(of(FoldedDay.DESCRIBED, SatisfactionColumns.LATE_DELIVERIES)).isEqualTo(2L);
    assertThat(of(FoldedDay.EARLIER, SatisfactionColumns.LATE_DELIVERIES)).isEqualTo(0L);
    assertThat(of(FoldedDay.EARLIER, SatisfactionColumns.DELIVERIES)).isEqualTo(1L);
    assertThat(days(FoldedDay.DESCRIBED, ExperienceColumns.LATE_ON))
        .containsExactly(day("2026-01-05"), day("2026-03-02"));
    assertThat(days(FoldedDay.DESCRIBED, ExperienceColumns.REFUNDED_ON))
        .containsExactly(day("2026-03-05"));
  }

  @Test
  void who_had_not_bought_by_a_day_has_nothing_on_it() {
    rows.deliver(GivenLine.on("2026-03-01").of("b").paid(7).known(NOW, "2026-03-02"));
    rows.deliver(GivenLine.on("2026-01-03").paid(-1).refunding(false).known(BOTH, "2026-01-05"));
    assertThat(rows.of(new OrderExperienceFold(FoldedDay.EARLIER)).values()).containsOnlyNulls();
    assertThat(rows.twice(new OrderExperienceFold(FoldedDay.DESCRIBED)).values())
        .containsOnlyNulls();
  }

  private Object of(FoldedDay day, Field measure) {
    OrderExperienceFold fold = new OrderExperienceFold(day);
    return rows.of(fold).get(fold.of(measure));
  }

  private List<Object> days(FoldedDay day, Field measure) {
    return Arrays.asList(((GenericArrayData) of(day, measure)).array());
  }

  private static int day(String day) {
    return (int) LocalDate.parse(day).toEpochDay();
  }
}
