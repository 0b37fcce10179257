package dev.dangol.features.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.fold.FoldedRows;
import dev.dangol.features.fold.GivenLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/** Census of lines in memory, and what single customers take from it. */
class CensusTaskTest {
  private static final long BOTH = FoldedDay.DESCRIBED.known() | FoldedDay.EARLIER.known();
  private static final long NOW = FoldedDay.DESCRIBED.known();

  @Test
  void prices_count_on_the_days_on_which_their_lines_were_known() {
    CensusCounts counts =
        count(
            line("a", 1, null, "tea", 10.0, BOTH),
            line("a", 2, null, "tea", 30.0, NOW),
            line("b", 2, null, "tea", 20.0, BOTH),
            line("b", 2, null, null, null, BOTH));
    FoldedRows rows = new FoldedRows(LocalDate.of(2026, 3, 31));
    rows.deliver(GivenLine.on(2).about("tea", "p").at(20));
    rows.deliver(GivenLine.on(2).about("tea", "p").at(30).known((int) NOW, "2026-01-01"));
    rows.deliver(GivenLine.on(2).about("tea", "p"));
    PriceFold now = new PriceFold(FoldedDay.DESCRIBED, counts.prices(FoldedDay.DESCRIBED).ranks());
    PriceFold then = new PriceFold(FoldedDay.EARLIER, counts.prices(FoldedDay.EARLIER).ranks());
    // Of three lines the second and the third, of two the second.
    assertThat(rows.of(now).values()).containsExactly(0.66666666665);
    assertThat(rows.of(then).values()).containsExactly(0.75);
    assertThat(rows.twice(now).values()).containsOnlyNulls();
  }

  @Test
  void products_that_others_took_to_are_those_that_a_plain_count_finds() {
    Random random = new Random(5);
    for (int shop = 0; shop < 20; shop++) {
      Map<String, Map<String, Integer>> bought = new TreeMap<>();
      List<InternalRow> lines = new ArrayList<>();
      for (int customer = 0; customer < 40; customer++) {
        for (int line = random.nextInt(6); line > 0; line--) {
          String product = "제품" + random.nextInt(8);
          int day = 5 * product.hashCode() % 90 + random.nextInt(120);
          lines.add(line("c" + customer, day, product, null, null, NOW));
          bought
              .computeIfAbsent(product, any -> new TreeMap<>())
              .merge("c" + customer, day, Math::min);
        }
      }
      CensusCounts parts = new CensusCounts();
      int half = half(lines);
      parts.addAll(count(lines.subList(half, lines.size()).toArray(InternalRow[]::new)));
      parts.addAll(count(lines.subList(0, half).toArray(InternalRow[]::new)));
      Map<String, Integer> found = new TreeMap<>();
      parts.products().newUntil().forEach((name, until) -> found.put(name.toString(), until));
      assertThat(found).isEqualTo(plain(bought));
    }
  }

  @Test
  void who_bought_before_others_did_is_early() {
    UTF8String product = UTF8String.fromString("p");
    EarlyBuyerFold fold = new EarlyBuyerFold(Map.of(product, 40));
    assertThat(early(fold, GivenLine.on(39))).isTrue();
    assertThat(early(fold, GivenLine.on(40))).isFalse();
    assertThat(early(fold, GivenLine.on(39).refunding(true))).isFalse();
    assertThat(early(new EarlyBuyerFold(Map.of()), GivenLine.on(1))).isFalse();
  }

  private static boolean early(EarlyBuyerFold fold, GivenLine line) {
    FoldedRows rows = new FoldedRows(LocalDate.of(2026, 3, 31));
    rows.deliver(line.about("tea", "p"));
    return (boolean) rows.of(fold).get(EarlyBuyerFold.EARLY_BUYER);
  }

  private static Map<String, Integer> plain(Map<String, Map<String, Integer>> bought) {
    Map<String, Integer> from =
        bought.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    one -> one.getValue().values().stream().min(Integer::compare).get()));
    Map<String, Long> later = new TreeMap<>();
    bought.forEach(
        (product, days) ->
            later.put(
                product,
                days.values().stream().filter(day -> day >= from.get(product) + 30).count()));
    List<Long> sorted = later.values().stream().sorted().toList();
    Map<String, Integer> taken = new TreeMap<>();
    from.forEach(
        (product, day) -> {
          double half = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2.0;
          boolean isNews = day >= from.values().stream().min(Integer::compare).get() + 30;
          if (isNews && later.get(product) > 0 && later.get(product) >= half) {
            taken.put(product, day + 30);
          }
        });
    return taken;
  }

  /** A place between two customers. */
  private static int half(List<InternalRow> lines) {
    int half = lines.size() / 2;
    while (half > 0
        && lines.get(half).getUTF8String(0).equals(lines.get(half - 1).getUTF8String(0))) {
      half--;
    }
    return half;
  }

  private static CensusCounts count(InternalRow... lines) {
    return new CensusTask(true, true).count(List.of(lines).iterator());
  }

  private static InternalRow line(
      String customer, int day, String product, String category, Double price, long state) {
    return new GenericInternalRow(
        new Object[] {text(customer), day, text(product), text(category), price, state});
  }

  private static UTF8String text(String text) {
    return UTF8String.fromString(text);
  }
}
