package dev.dangol.features.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.features.fold.FoldedRows;
import dev.dangol.table.features.MainCategoryColumns;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Main categories of single customers, by hand and by all orders in which they might have come. */
class MainCategoryFoldTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 3, 31);
  private static final MainCategoryFold FOLD = new MainCategoryFold(30);

  private final FoldedRows rows = new FoldedRows(AS_OF);

  @Test
  void a_category_that_is_no_longer_bought_falls() {
    for (int day = 1; day <= 4; day++) {
      rows.buy("2026-02-1" + day, "커피", "p");
      rows.buy("2026-02-1" + day, "커피", "q");
      rows.buy("2026-03-1" + day, "tea ☕", "p");
    }
    rows.buy("2025-01-01", "cups", "p");
    rows.buy("2026-03-31", null, "p");

    assertThat(rows.of(FOLD))
        .containsEntry(MainCategoryColumns.MAIN_CATEGORY, "tea ☕")
        .containsEntry(MainCategoryColumns.MAIN_CATEGORY_CHANGE, 1.0)
        .containsEntry(MainCategoryColumns.MAIN_CATEGORY_FALLS, false);

    rows.buy("2026-02-20", "커피", "p");

    assertThat(rows.of(FOLD))
        .containsEntry(MainCategoryColumns.MAIN_CATEGORY, "커피")
        .containsEntry(MainCategoryColumns.MAIN_CATEGORY_CHANGE, -1.0)
        .containsEntry(MainCategoryColumns.MAIN_CATEGORY_FALLS, true);
  }

  @Test
  void windows_begin_and_end_on_their_days_and_one_of_them_alone_tells_nothing() {
    rows.buy("2026-03-02", "tea", "p");
    rows.buy("2026-03-01", "tea", "p");
    rows.buy("2026-01-31", "cups", "p");
    rows.buy("2026-01-30", "cups", "p");

    assertThat(rows.of(FOLD))
        .containsEntry(MainCategoryColumns.MAIN_CATEGORY, "tea")
        .containsEntry(MainCategoryColumns.MAIN_CATEGORY_CHANGE, 0.5)
        .containsEntry(MainCategoryColumns.MAIN_CATEGORY_FALLS, false);

    FoldedRows once = new FoldedRows(AS_OF);
    once.buy("2026-03-31", "tea", "p");
    assertThat(once.of(FOLD))
        .containsEntry(MainCategoryColumns.MAIN_CATEGORY, "tea")
        .containsEntry(MainCategoryColumns.MAIN_CATEGORY_CHANGE, null)
        .containsEntry(MainCategoryColumns.MAIN_CATEGORY_FALLS, null);
    assertThat(rows.twice(FOLD).values()).containsOnlyNulls();
  }

  /** Fisher's tea (The Design of Experiments, 1935): all of four cups right of eight, 1 in 70. */
  @Test
  void the_chance_is_the_published_one_and_that_of_all_orders() {
    assertThat(MainCategoryFold.chance(new int[] {0, 4}, new int[] {4, 4}))
        .isCloseTo(1 / 70.0, within(1e-12));
    Random random = new Random(5);
    for (int draw = 0; draw < 40; draw++) {
      int now = 1 + random.nextInt(5);
      int before = 1 + random.nextInt(6);
      int[] later = {random.nextInt(now + 1), now};
      int[] earlier = {random.nextInt(before + 1), before};
      assertThat(MainCategoryFold.chance(later, earlier))
          .isCloseTo(counted(later, earlier), within(1e-12));
    }
  }

  private static double counted(int[] later, int[] earlier) {
    int days = later[1] + earlier[1];
    int found = 0;
    int all = 0;
    for (int picked = 0; picked < 1 << days; picked++) {
      if (Integer.bitCount(picked) == later[0] + earlier[0]) {
        all++;
        found += Integer.bitCount(picked & ((1 << later[1]) - 1)) <= later[0] ? 1 : 0;
      }
    }
    return (double) found / all;
  }

  @Test
  void customers_whose_taste_does_not_change_are_seldom_said_to_turn_away() {
    Random random = new Random(42);
    int claimed = 0;
    for (int customer = 0; customer < 2_000; customer++) {
      FoldedRows drawn = new FoldedRows(AS_OF);
      for (int ago = 0; ago < 60; ago++) {
        if (random.nextInt(4) == 0) {
          drawn.buy(AS_OF.minusDays(ago).toString(), random.nextInt(3) == 0 ? "a" : "b", "p");
        }
      }
      Object falls = drawn.of(FOLD).get(MainCategoryColumns.MAIN_CATEGORY_FALLS);
      claimed += Boolean.TRUE.equals(falls) ? 1 : 0;
    }
    assertThat(claimed).isBetween(1, 100);
  }
}
