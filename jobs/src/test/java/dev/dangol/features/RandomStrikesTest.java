package dev.dangol.features;

import static dev.dangol.features.ComparedExperience.DAY;
import static dev.dangol.features.ComparedExperience.HOW;
import static dev.dangol.features.ComparedExperience.customer;
import static dev.dangol.features.ComparedExperience.differences;
import static dev.dangol.features.ComparedExperience.naive;
import static dev.dangol.features.ComparedExperience.purchaseDays;
import static dev.dangol.features.ComparedExperience.purchases;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.NaiveExperience.Strike;
import dev.dangol.features.measure.FeatureInputs;
import dev.dangol.features.satisfaction.SatisfactionCurve;
import dev.dangol.features.satisfaction.StrikeSurvival;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.features.StrikeColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.testing.PlainRow;
import dev.dangol.testing.SparkExtension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The curve of satisfaction and survival after strikes, against a plain computation. */
@ExtendWith(SparkExtension.class)
class RandomStrikesTest {
  private static final String ZONE_KEY = "spark.sql.session.timeZone";

  @BeforeAll
  static void open(SparkSession spark) {
    spark.conf().set(ZONE_KEY, ExperienceShop.ZONE.getId());
  }

  @AfterAll
  static void restore(SparkSession spark) {
    spark.conf().set(ZONE_KEY, "UTC");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void every_part_and_every_bucket_is_what_its_column_says(long seed, SparkSession spark) {
    Map<Source, Dataset<Row>> shop = ExperienceShop.open(spark, seed);
    AsOf cut = SatisfactionCurve.earlier(DAY, ExperienceShop.settings().settings());
    Dataset<Row> earlier =
        ComparedExperience.earlier(shop, cut, DAY, ExperienceShop.settings().settings());
    List<Row> rows = earlier.collectAsList();
    Map<String, String> groups =
        rows.stream()
            .collect(
                Collectors.toMap(
                    ComparedExperience::customer,
                    row -> new PlainRow(row).text(SatisfactionColumns.SEGMENT)));
    Map<String, Map<String, Object>> expected = naive(shop, cut).rows(groups);
    List<Field> ours = new ArrayList<>(SatisfactionColumns.TABLE.fields());
    ours.removeAll(List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID));
    assertThat(differences(rows, expected, ours)).isEmpty();
    assertThat(groups.values()).as("groups").hasSizeGreaterThan(8).contains("others");

    Map<String, long[]> buckets = new TreeMap<>();
    List<LocalDate> none = List.of();
    Map<String, List<LocalDate>> days = purchaseDays(shop);
    for (Row row : rows) {
      PlainRow one = new PlainRow(row);
      long bucket = Math.min(9, (long) Math.floor(one.number(SatisfactionColumns.GAP) * 10 + 1e-7));
      boolean back =
          days.getOrDefault(customer(row), none).stream().anyMatch(d -> d.isAfter(cut.day()));
      for (String segment : List.of("all", one.text(SatisfactionColumns.SEGMENT))) {
        long[] counts = buckets.computeIfAbsent(segment + " " + bucket, any -> new long[2]);
        counts[0]++;
        counts[1] += back ? 1 : 0;
      }
    }
    Map<String, String> curve = new TreeMap<>();
    SatisfactionCurve.of(earlier, purchases(shop), cut, DAY)
        .collectAsList()
        .forEach(
            row -> {
              PlainRow one = new PlainRow(row);
              long bucket = Math.round(one.number(SatisfactionColumns.GAP_FROM) * 10);
              String key = one.text(SatisfactionColumns.SEGMENT) + " " + bucket;
              long retained = one.count(SatisfactionColumns.RETAINED);
              curve.put(key, one.count(StrikeColumns.CUSTOMERS) + " " + retained);
            });
    Map<String, String> meant = new TreeMap<>();
    buckets.forEach((key, counts) -> meant.put(key, counts[0] + " " + counts[1]));
    assertThat(curve).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void survival_is_counted_from_the_day_of_the_strike(long seed, SparkSession spark) {
    Map<Source, Dataset<Row>> shop = ExperienceShop.open(spark, seed);
    NaiveSatisfaction naive = naive(shop, DAY);
    long[][] meant = new long[3][3];
    purchaseDays(shop)
        .forEach(
            (customer, days) -> {
              List<Strike> strikes = naive.strikes(customer);
              meant[Math.min(2, strikes.size())][0]++;
              if (strikes.isEmpty() || strikes.get(0).on().isAfter(days.get(0))) {
                count(meant[0], new Strike(days.get(0), ""), days);
              }
              for (int level = 1; level <= Math.min(2, strikes.size()); level++) {
                count(meant[level], strikes.get(level - 1), days);
              }
            });
    FeatureInputs shared = ComparedExperience.shared(shop);
    List<Row> rows =
        StrikeSurvival.of(shared, DAY, HOW)
            .orderBy(StrikeColumns.STRIKE_COUNT.col())
            .collectAsList();
    List<Field> counts =
        List.of(StrikeColumns.CUSTOMERS, StrikeColumns.OBSERVED, StrikeColumns.SURVIVED);
    assertThat(rows).hasSize(3);
    for (int level = 0; level < 3; level++) {
      PlainRow row = new PlainRow(rows.get(level));
      for (int place = 0; place < 3; place++) {
        assertThat(row.count(counts.get(place)))
            .as(level + " " + counts.get(place).name())
            .isEqualTo(meant[level][place]);
      }
    }
    assertThat(meant[1][1]).as("observed after one strike").isPositive();
  }

  private static void count(long[] counts, Strike strike, List<LocalDate> days) {
    LocalDate end = strike.on().plusDays(HOW.spans().survivalDays());
    if (end.isAfter(DAY.day())) {
      return;
    }
    boolean stayed = days.stream().anyMatch(d -> d.isAfter(strike.on()) && !d.isAfter(end));
    counts[1]++;
    counts[2] += stayed ? 1 : 0;
  }
}
