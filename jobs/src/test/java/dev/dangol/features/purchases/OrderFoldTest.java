package dev.dangol.features.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.features.fold.FoldedRows;
import dev.dangol.features.fold.GivenLine;
import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.RhythmColumns;
import dev.dangol.table.features.SalesColumns;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Orders of single customers, added up by hand; amounts are in ten-thousandths. */
class OrderFoldTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 3, 31);
  private static final OrderFold FOLD = new OrderFold(List.of(7, 30), 90, Double.NaN);

  private final FoldedRows rows = new FoldedRows(AS_OF);

  @Test
  void lines_of_an_order_may_come_in_any_order_and_count_on_its_first_day() {
    rows.buy(GivenLine.on("2026-03-30").of("a").paid(70).priced(100, 30).promoted());
    rows.giveBack(GivenLine.on("2026-03-31").of("a").paid(-20));
    rows.buy(GivenLine.on("2026-02-01").of("b").paid(50).priced(50, 0));
    rows.buy(GivenLine.on("2026-03-01").of("a").paid(5));
    Map<String, Object> sums = measured(FOLD);

    assertThat(sums)
        .containsEntry("_orders", 2L)
        .containsEntry("_orders_30d", 0L)
        .containsEntry("_net", 105L)
        .containsEntry("_gross", 125L)
        .containsEntry("_refunded", 20L)
        .containsEntry("_promoted_orders", 1L)
        .containsEntry("_discounted_orders", 1L)
        .containsEntry("_discounted", 30L)
        .containsEntry("_discounted_list", 100L)
        .containsEntry("_list", 150L)
        .containsEntry("_repeat_net", 55L)
        .containsEntry(FeatureColumns.FREQUENCY.name(), 1L)
        .containsEntry(FeatureColumns.LAST_ORDER_ON.name(), day("2026-03-01"))
        .containsEntry(RhythmColumns.SECOND_ORDER_DAYS.name(), 28L)
        .containsEntry(RhythmColumns.MEDIAN_GAP_DAYS.name(), 28.0);
  }

  @Test
  void lines_without_an_id_are_an_order_a_day_whatever_ids_look_like() {
    rows.buy(GivenLine.on("2026-03-30").paid(1));
    rows.buy(GivenLine.on("2026-03-30").paid(2));
    rows.buy(GivenLine.on("2026-03-31").paid(4));
    rows.buy(GivenLine.on("2026-03-31").of("2026-03-31").paid(8));
    rows.buy(GivenLine.on("2026-03-31").of("").paid(16));
    assertThat(measured(FOLD))
        .containsEntry("_orders", 4L)
        .containsEntry("_net_7d", 31L)
        .containsEntry("_repeat_net", 28L);
  }

  @Test
  void margin_is_known_where_each_order_s_is() {
    rows.buy(GivenLine.on("2026-01-01").of("old").paid(100));
    rows.buy(GivenLine.on("2026-03-31").of("new").paid(100).made(20_000, 60));
    rows.giveBack(GivenLine.on("2026-03-31").of("new").paid(-10).made(0, -6));
    assertThat(measured(FOLD))
        .containsEntry("_day_margin", null)
        .containsEntry("_day_margin_30d", 36L)
        .containsEntry("_pieces", 20_000L);
    assertThat(measured(new OrderFold(List.of(30), 90, 0.125)))
        .as("12.5 of 100, half up, and 36 by costs")
        .containsEntry("_day_margin", 49L);
  }

  @Test
  void a_customer_with_nothing_but_refunds_has_nothing() {
    rows.giveBack(GivenLine.on("2026-03-31").of("lost").paid(-10));
    assertThat(measured(FOLD).values()).containsOnlyNulls();
  }

  @Test
  void growth_needs_a_customer_older_than_the_longest_window() {
    rows.buy(GivenLine.on("2026-03-02").of("a").paid(30));
    assertThat(measured(FOLD)).containsEntry(SalesColumns.SALES_GROWTH.name(), null);
    rows.buy(GivenLine.on("2026-03-01").of("b").paid(10));
    assertThat(measured(FOLD)).containsEntry(SalesColumns.SALES_GROWTH.name(), 0.5);
  }

  @Test
  void nothing_is_left_of_the_customer_before() {
    rows.buy(GivenLine.on("2026-03-31").of("a").paid(70).priced(100, 30).promoted().made(1, 1));
    assertThat(rows.twice(FOLD)).isEqualTo(new FoldedRows(AS_OF).of(FOLD));
  }

  /** A sum too large for ten-thousandths in a long is an error and not a wrong number. */
  @Test
  void sums_that_are_too_large_fail() {
    rows.buy(GivenLine.on("2026-03-30").of("a").paid(Long.MAX_VALUE));
    rows.buy(GivenLine.on("2026-03-31").of("b").paid(1));
    assertThatThrownBy(() -> measured(FOLD)).isInstanceOf(ArithmeticException.class);
  }

  private Map<String, Object> measured(OrderFold fold) {
    Map<Field, Object> measures = rows.of(fold);
    Map<String, Object> named = new HashMap<>();
    measures.forEach((field, value) -> named.put(field.name(), value));
    assertThat(named.keySet())
        .isEqualTo(fold.fields().stream().map(Field::name).collect(Collectors.toSet()));
    return named;
  }

  private static int day(String day) {
    return (int) LocalDate.parse(day).toEpochDay();
  }
}
