package dev.dangol.features.custom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.CustomFeature;
import dev.dangol.config.CustomFeature.CustomKind;
import dev.dangol.features.fold.FoldedRows;
import dev.dangol.features.fold.GivenLine;
import dev.dangol.table.results.CustomColumns;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Configured features of single customers, counted by hand. */
class CustomFoldTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 3, 31);

  private final FoldedRows rows = new FoldedRows(AS_OF);

  @Test
  void rows_orders_days_and_amounts_count_where_the_predicate_is_true() {
    rows.buy(GivenLine.on("2026-03-31").of("a").paid(25_000).matching(1));
    rows.buy(GivenLine.on("2026-03-31").of("a").paid(10_000).matching(1));
    rows.buy(GivenLine.on("2026-03-02").of("b").paid(70_000).matching(0));
    rows.buy(GivenLine.on("2026-03-01").of("b").paid(5_000).matching(1));
    rows.giveBack(GivenLine.on("2026-01-01").of("c").paid(-20_000).matching(1));

    assertThat(of(CustomKind.ROWS, "", 30)).containsOnly(Map.entry("gifts_30d", 2.0));
    assertThat(of(CustomKind.ROWS, "")).containsOnly(Map.entry("gifts", 4.0));
    assertThat(of(CustomKind.ORDERS, "", 30, 31))
        .containsOnly(Map.entry("gifts_30d", 1.0), Map.entry("gifts_31d", 2.0));
    assertThat(of(CustomKind.ORDERS, "")).containsOnly(Map.entry("gifts", 3.0));
    assertThat(of(CustomKind.DAYS, "")).containsOnly(Map.entry("gifts", 3.0));
    assertThat(of(CustomKind.SUM, "net_amount", 31)).containsOnly(Map.entry("gifts_31d", 4.0));
    assertThat(of(CustomKind.SUM, "net_amount")).containsOnly(Map.entry("gifts", 2.0));
    assertThat(of(CustomKind.SUM, "quantity")).containsOnly(Map.entry("gifts", 0.0));
    assertThat(of(CustomKind.LAST, "")).containsOnly(Map.entry("gifts", 0.0));
    assertThat(of(CustomKind.SHARE, "", 31)).containsOnly(Map.entry("gifts_31d", 0.75));
  }

  @Test
  void every_amount_is_added_up_over_any_number_of_orders() {
    for (int order = 0; order < 65; order++) {
      rows.buy(
          GivenLine.on("2026-03-31")
              .of("order " + order)
              .paid(10_000)
              .priced(20_000, 5_000)
              .made(30_000, 40_000)
              .matching(1));
    }
    assertThat(of(CustomKind.ORDERS, "")).containsOnly(Map.entry("gifts", 65.0));
    assertThat(of(CustomKind.SUM, "list_amount")).containsOnly(Map.entry("gifts", 130.0));
    assertThat(of(CustomKind.SUM, "discount_amount")).containsOnly(Map.entry("gifts", 32.5));
    assertThat(of(CustomKind.SUM, "quantity")).containsOnly(Map.entry("gifts", 195.0));
    assertThat(of(CustomKind.SUM, "cost_amount")).containsOnly(Map.entry("gifts", 260.0));
  }

  @Test
  void what_no_row_says_has_no_value_and_counts_are_nothing() {
    rows.buy(GivenLine.on("2026-01-01").of("a").paid(1));
    assertThat(of(CustomKind.LAST, "")).isNull();
    assertThat(of(CustomKind.SHARE, "", 30)).isNull();
    assertThat(of(CustomKind.DAYS, "", 30)).containsOnly(Map.entry("gifts_30d", 0.0));
  }

  @Test
  void purchases_and_events_each_have_their_own_predicates() {
    rows.buy(GivenLine.on("2026-03-31").of("a").matching(2));
    rows.happen("2026-03-30", 0, "web", 1);
    rows.happen("2026-03-29", 0, "web", 0);
    CustomFold fold =
        new CustomFold(
            List.of(feature("first", CustomKind.ROWS), feature("second", CustomKind.ROWS)),
            List.of(feature("seen", CustomKind.SHARE)));
    assertThat(rows.of(fold))
        .containsEntry(CustomColumns.VALUES, Map.of("first", 0.0, "second", 1.0, "seen", 0.5));
    assertThat(rows.twice(fold))
        .containsEntry(CustomColumns.VALUES, Map.of("first", 0.0, "second", 0.0));
  }

  @SuppressWarnings("unchecked")
  private Map<String, Double> of(CustomKind kind, String amount, Integer... windows) {
    CustomFeature feature =
        new CustomFeature("gifts", "purchases", "true", kind, amount, List.of(windows));
    return (Map<String, Double>)
        rows.of(new CustomFold(List.of(feature), List.of())).get(CustomColumns.VALUES);
  }

  private static CustomFeature feature(String name, CustomKind kind) {
    return new CustomFeature(name, "purchases", "true", kind, "", List.of());
  }
}
