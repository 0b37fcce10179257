package dev.dangol.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.LearnedSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.SalesSampleColumns;
import dev.dangol.table.results.SurvivalColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import dev.dangol.value.learned.CustomerPast;
import dev.dangol.value.learned.DayTotal;
import dev.dangol.value.learned.LearnedForecast;
import dev.dangol.value.learned.PowerCalibration;
import dev.dangol.value.learned.SalesFeature;
import dev.dangol.value.learned.SampledPast;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Purchase days on the cluster, folded to samples and scores. */
@ExtendWith(SparkExtension.class)
class LearnedScoresTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final CalibrationSplit CUT = new CalibrationSplit(FIRST.plusDays(200), 100);

  /** Days of 80 customers, one of them with refunds alone; ids in Korean and with emoji. */
  private static Map<String, NavigableMap<Integer, Long>> base() {
    Random random = new Random(3);
    Map<String, NavigableMap<Integer, Long>> base = new TreeMap<>();
    for (int i = 0; i < 80; i++) {
      NavigableMap<Integer, Long> days = new TreeMap<>();
      for (int k = 0; k < 1 + random.nextInt(9); k++) {
        days.put(random.nextInt(301), random.nextInt(5) == 0 ? -70_000L : 125_050L * (k + 1));
      }
      base.put((i % 2 == 0 ? "손님 " : "😀 ") + i, days);
    }
    base.put("refunded", new TreeMap<>(Map.of(40, -10_000L)));
    return base;
  }

  private static Dataset<Row> rows(
      SparkSession spark, Map<String, NavigableMap<Integer, Long>> base) {
    TestRows rows =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            SurvivalColumns.SEEN_ON,
            DayColumns.ORDERS,
            DayColumns.NET);
    base.forEach(
        (id, days) ->
            days.forEach(
                (day, net) ->
                    rows.row(id, FIRST.plusDays(day).toString(), net > 0 ? 1L : 0L, net)));
    return rows.table().repartition(3);
  }

  private static CustomerPast past(NavigableMap<Integer, Long> days) {
    CustomerPast past = new CustomerPast();
    int first = (int) FIRST.toEpochDay();
    days.forEach((day, net) -> past.add(new DayTotal(first + day, net / 1e4, net > 0)));
    return past;
  }

  @Test
  void the_sample_holds_what_plain_folding_gives(SparkSession spark) {
    Map<String, NavigableMap<Integer, Long>> base = base();
    List<SampledPast> sample =
        SalesSampling.of(rows(spark, base), CUT, new LearnedSettings(1_000, 1), base.size());
    assertThat(sample).extracting(SampledPast::customer).containsExactlyElementsOf(base.keySet());
    int to = (int) CUT.to().toEpochDay();
    for (SampledPast found : sample) {
      CustomerPast past = past(base.get(found.customer()));
      assertThat(found.trained().isPresent()).isEqualTo(past.knownBy(to - 200));
      assertThat(found.scored().isPresent()).isEqualTo(past.knownBy(to));
      found
          .trained()
          .ifPresent(
              trained -> {
                assertThat(trained.features()).isEqualTo(past.features(to - 200, 100));
                assertThat(trained.later()).isEqualTo(past.netSales(to - 200, to - 100));
              });
      found
          .judged()
          .ifPresent(
              judged -> {
                assertThat(judged.features()).isEqualTo(past.features(to - 100, 100));
                assertThat(judged.later()).isEqualTo(past.netSales(to - 100, to));
              });
    }
  }

  @Test
  void a_sample_is_bounded_and_its_seed_decides(SparkSession spark) {
    Dataset<Row> rows = rows(spark, base());
    List<String> once = drawn(rows, 1);
    assertThat(once).hasSizeBetween(10, 32);
    assertThat(drawn(rows.repartition(5), 1)).isEqualTo(once);
    assertThat(drawn(rows, 2)).isNotEqualTo(once);
  }

  private static List<String> drawn(Dataset<Row> rows, long seed) {
    return SalesSampling.of(rows, CUT, new LearnedSettings(20, seed), 81).stream()
        .map(SampledPast::customer)
        .toList();
  }

  @Test
  void every_customer_is_scored_by_their_own_days(SparkSession spark) {
    Map<String, NavigableMap<Integer, Long>> base = base();
    LearnedForecast forecast =
        new LearnedForecast(
            features -> 1 + SalesFeature.NET_SALES_90.in(features) / 1e3,
            new PowerCalibration(2, 1.5, 1),
            3);
    AsOf asOf = new AsOf(CUT.to(), ZoneId.of("Asia/Seoul"));
    int to = (int) CUT.to().toEpochDay();
    for (Row row : LearnedScores.of(rows(spark, base), asOf, forecast, 100).collectAsList()) {
      RowReader cells = new RowReader(row);
      CustomerPast past = past(base.get(cells.text(SharedColumns.CUSTOMER_ID).orElseThrow()));
      if (past.knownBy(to)) {
        double expected = 4.5 * Math.max(2e-3, 1 + past.netSales(to - 90, to) / 1e3);
        assertThat(cells.number(SalesSampleColumns.LEARNED_SALES).orElseThrow())
            .isCloseTo(expected, within(1e-9));
      } else {
        assertThat(cells.number(SalesSampleColumns.LEARNED_SALES)).isEmpty();
      }
    }
  }
}
