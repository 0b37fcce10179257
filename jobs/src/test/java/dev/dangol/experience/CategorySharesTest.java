package dev.dangol.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.table.results.CategoryShareColumns;
import dev.dangol.table.results.VoiceColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CategorySharesTest {
  private static final CategoryShares MEASURE = new CategoryShares(List.of(30), GivenHistory.AS_OF);

  @Test
  void shares_and_their_change_are_those_counted_customer_by_customer() {
    List<double[]> people = new ArrayList<>();
    List<GivenHistory> customers = shop(new Random(7), 200, 0.1, people);

    ToldRow row = row(customers, "tea");

    double[] sums = new double[4];
    people.forEach(one -> addAll(sums, one));
    double now = sums[0] / sums[1];
    double before = sums[2] / sums[3];
    double squares = 0;
    for (double[] one : people) {
      double part = (one[0] - now * one[1]) / sums[1] - (one[2] - before * one[3]) / sums[3];
      squares += part * part;
    }
    double error = Math.sqrt(squares * people.size() / (people.size() - 1));
    assertThat(row.number(CategoryShareColumns.SHARE)).isCloseTo(now, within(1e-6));
    assertThat(row.number(CategoryShareColumns.SHARE_BEFORE)).isCloseTo(before, within(1e-6));
    assertThat(row.number(CategoryShareColumns.CHANGE)).isCloseTo(now - before, within(1e-6));
    assertThat(row.number(CategoryShareColumns.CHANGE_LOW))
        .isCloseTo(now - before - 1.959964 * error, within(1e-5));
    assertThat(row.number(CategoryShareColumns.CHANGE_HIGH))
        .isCloseTo(now - before + 1.959964 * error, within(1e-5));
  }

  @Test
  void a_planted_change_lies_in_its_interval_and_a_planted_null_is_seldom_claimed() {
    int inside = 0;
    int claimed = 0;
    for (int seed = 0; seed < 100; seed++) {
      ToldRow moved = row(shop(new Random(seed), 300, 0.1, new ArrayList<>()), "tea");
      inside += low(moved) <= 0.1 && high(moved) >= 0.1 ? 1 : 0;
      ToldRow still = row(shop(new Random(1_000 + seed), 300, 0, new ArrayList<>()), "tea");
      claimed += low(still) > 0 || high(still) < 0 ? 1 : 0;
    }
    assertThat(inside).isGreaterThanOrEqualTo(90);
    assertThat(claimed).isLessThanOrEqualTo(10);
  }

  @Test
  void refunds_count_on_the_day_of_their_order_and_empty_windows_have_no_share() {
    GivenHistory returned =
        new GivenHistory("김하나 😀")
            .buys(945, "p", "tea", 100)
            .buys(946, "q", "cups", 50)
            .returns(995, 945, "p", -40);
    ToldRow tea = row(List.of(returned), "tea");

    assertThat(tea.cell(CategoryShareColumns.SHARE)).isNull();
    assertThat(tea.number(CategoryShareColumns.SHARE_BEFORE)).isCloseTo(60 / 110.0, within(1e-6));
    assertThat(tea.cell(CategoryShareColumns.CHANGE)).isNull();
    assertThat(rows(List.of(), 1)).isEmpty();
    assertThat(rows(List.of(new GivenHistory("nobody")), 1)).isEmpty();
  }

  @Test
  void small_segments_are_left_out_and_everyone_never_is() {
    GivenHistory one = new GivenHistory("a").group("segment:s:1").buys(990, "p", "tea", 10);

    assertThat(rows(List.of(one), 2)).hasSize(1);
    assertThat(rows(List.of(one), 1))
        .extracting(row -> new ToldRow(row, CategoryShareColumns.TABLE).cell(VoiceColumns.GROUP))
        .containsExactly("all", "s:1");
    ToldRow all = new ToldRow(rows(List.of(one), 1).get(0), CategoryShareColumns.TABLE);
    assertThat(all.number(CategoryShareColumns.SHARE)).isEqualTo(1);
    assertThat(all.cell(CategoryShareColumns.CHANGE_LOW)).isNull();
  }

  /** Customers who spend a share on tea that grows by the given part; people get their sums. */
  private static List<GivenHistory> shop(
      Random random, int size, double growth, List<double[]> people) {
    List<GivenHistory> customers = new ArrayList<>();
    for (int number = 0; number < size; number++) {
      GivenHistory customer = new GivenHistory("c" + number);
      double scale = Math.exp(random.nextGaussian());
      double[] sums = new double[4];
      for (int slot = 0; slot < 2; slot++) {
        double share = Math.min(1, Math.max(0, 0.4 + (slot == 0 ? growth : 0)));
        for (int line = 0; line < 4; line++) {
          boolean tea = random.nextDouble() < share;
          double amount = scale * (1 + random.nextInt(5));
          double day = (slot == 0 ? 975 : 945) + line;
          customer.buys(day, "p" + line, tea ? "tea" : "cups", amount);
          sums[2 * slot] += tea ? amount : 0;
          sums[2 * slot + 1] += amount;
        }
      }
      people.add(sums);
      customers.add(customer);
    }
    return customers;
  }

  private static void addAll(double[] sums, double[] one) {
    for (int place = 0; place < sums.length; place++) {
      sums[place] += one[place];
    }
  }

  private static List<Row> rows(List<GivenHistory> customers, int least) {
    return CategoryShares.rows(GivenHistory.sums(MEASURE, customers), GivenHistory.DAY, least);
  }

  private static ToldRow row(List<GivenHistory> customers, String category) {
    return rows(customers, 1).stream()
        .map(row -> new ToldRow(row, CategoryShareColumns.TABLE))
        .filter(row -> category.equals(row.cell(CategoryShareColumns.CATEGORY)))
        .findFirst()
        .orElseThrow();
  }

  private static double low(ToldRow row) {
    return row.number(CategoryShareColumns.CHANGE_LOW);
  }

  private static double high(ToldRow row) {
    return row.number(CategoryShareColumns.CHANGE_HIGH);
  }
}
