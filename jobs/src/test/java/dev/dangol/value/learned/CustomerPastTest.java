package dev.dangol.value.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CustomerPastTest {
  private static final int SPAN = 60;

  private static CustomerPast past(List<DayTotal> days) {
    CustomerPast past = new CustomerPast();
    days.forEach(past::add);
    return past;
  }

  /** Ascending days, some of refunds alone; the first is a purchase. */
  private static List<DayTotal> days(Random random) {
    List<DayTotal> days = new ArrayList<>();
    int day = random.nextInt(100);
    for (int i = 0; i < 1 + random.nextInt(30); i++) {
      boolean bought = i == 0 || random.nextInt(6) > 0;
      double net = bought ? 100 * random.nextDouble() - 5 : -30 * random.nextDouble();
      days.add(new DayTotal(day, net, bought));
      day += 1 + random.nextInt(60);
    }
    return days;
  }

  private static double net(List<DayTotal> days, int from, int to) {
    return days.stream()
        .filter(d -> from <= d.day() && d.day() <= to)
        .mapToDouble(DayTotal::net)
        .sum();
  }

  private static double purchases(List<DayTotal> days, int from, int to) {
    return (double)
        days.stream().filter(d -> d.bought() && from <= d.day() && d.day() <= to).count();
  }

  private static void check(double[] features, SalesFeature feature, double expected) {
    assertThat(feature.in(features)).as(feature.label()).isCloseTo(expected, within(1e-9));
  }

  @Test
  void features_are_those_that_a_naive_count_gives() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<DayTotal> all = days(random);
      int cut = all.get(0).day() + random.nextInt(900);
      double[] found = past(all).features(cut, SPAN);
      List<DayTotal> bought =
          all.stream().filter(DayTotal::bought).filter(d -> d.day() <= cut).toList();
      int first = bought.get(0).day();
      int last = bought.get(bought.size() - 1).day();
      check(found, SalesFeature.AGE_DAYS, cut - first);
      check(found, SalesFeature.SILENT_DAYS, cut - last);
      check(found, SalesFeature.PURCHASE_DAYS, bought.size());
      check(found, SalesFeature.PURCHASE_DAYS_30, purchases(all, cut - 29, cut));
      check(found, SalesFeature.PURCHASE_DAYS_90, purchases(all, cut - 89, cut));
      check(found, SalesFeature.PURCHASE_DAYS_365, purchases(all, cut - 364, cut));
      check(found, SalesFeature.PURCHASE_DAYS_SPAN, purchases(all, cut - 59, cut));
      check(found, SalesFeature.NET_SALES, net(all, 0, cut));
      check(found, SalesFeature.NET_SALES_30, net(all, cut - 29, cut));
      check(found, SalesFeature.NET_SALES_90, net(all, cut - 89, cut));
      check(found, SalesFeature.NET_SALES_365, net(all, cut - 364, cut));
      check(found, SalesFeature.NET_SALES_SPAN, net(all, cut - 59, cut));
      check(found, SalesFeature.NET_SALES_SEASON, net(all, cut - 364, cut - 305));
      check(found, SalesFeature.DAILY_SALES, net(all, 0, cut) / (cut - first + 1));
      checkOrders(found, bought);
      checkGaps(found, bought, cut);
    }
  }

  private static void checkOrders(double[] found, List<DayTotal> bought) {
    double[] values = bought.stream().mapToDouble(DayTotal::net).toArray();
    double sum = 0;
    double most = values[0];
    for (double value : values) {
      sum += value;
      most = value > most ? value : most;
    }
    double mean = sum / values.length;
    check(found, SalesFeature.MEAN_VALUE, mean);
    check(found, SalesFeature.LAST_VALUE, values[values.length - 1]);
    check(found, SalesFeature.LARGEST_VALUE, most);
    double repeated = values.length == 1 ? 0 : (sum - values[0]) / (values.length - 1);
    check(found, SalesFeature.REPEAT_VALUE, repeated);
  }

  private static void checkGaps(double[] found, List<DayTotal> bought, int cut) {
    double age = cut - bought.get(0).day();
    double silent = cut - bought.get(bought.size() - 1).day();
    List<Double> gaps = new ArrayList<>();
    for (int i = 1; i < bought.size(); i++) {
      gaps.add((double) (bought.get(i).day() - bought.get(i - 1).day()));
    }
    double mean = gaps.stream().mapToDouble(g -> g).average().orElse(age);
    double variance = gaps.stream().mapToDouble(g -> (g - mean) * (g - mean)).average().orElse(0);
    check(found, SalesFeature.MEAN_GAP, mean);
    check(found, SalesFeature.LAST_GAP, gaps.isEmpty() ? age : gaps.get(gaps.size() - 1));
    check(found, SalesFeature.GAP_SPREAD, Math.sqrt(variance));
    check(found, SalesFeature.SILENCE_RATIO, (silent + 1) / (mean + 1));
    double recent = (double) bought.stream().filter(d -> d.day() > cut - SPAN).count();
    double usual = bought.size() * Math.min(1, SPAN / (age + 1));
    check(found, SalesFeature.TREND, Math.log((1 + recent) / (1 + usual)));
  }

  @Test
  void nothing_after_the_cut_is_seen() {
    List<DayTotal> days = new ArrayList<>(List.of(new DayTotal(10, 5, true)));
    double[] before = past(days).features(40, SPAN);
    days.add(new DayTotal(41, 1e12, true));
    days.add(new DayTotal(90, -3, false));
    CustomerPast past = past(days);
    assertThat(past.features(40, SPAN)).isEqualTo(before);
    assertThat(past.netSales(40, 90)).isEqualTo(1e12 - 3);
    assertThat(past.netSales(41, 89)).isZero();
  }

  @Test
  void a_customer_with_refunds_alone_is_not_known() {
    CustomerPast past = past(List.of(new DayTotal(3, -5, false), new DayTotal(9, 5, true)));
    assertThat(past.knownBy(8)).isFalse();
    assertThat(past.knownBy(9)).isTrue();
  }

  @Test
  void one_purchase_on_the_day_itself_has_finite_features() {
    double[] features = past(List.of(new DayTotal(9, -4, true))).features(9, SPAN);
    for (SalesFeature feature : SalesFeature.values()) {
      assertThat(feature.scaled(feature.in(features), 10)).as(feature.label()).isFinite();
    }
  }
}
