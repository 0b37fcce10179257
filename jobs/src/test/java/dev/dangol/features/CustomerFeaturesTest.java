package dev.dangol.features;

import static dev.dangol.features.ComparedFeatures.asOf;
import static dev.dangol.features.ComparedFeatures.days;
import static dev.dangol.features.ComparedFeatures.features;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.purchases.RetentionCohorts;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.features.OpinionColumns;
import dev.dangol.table.results.RetentionColumns;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.PlainRow;
import dev.dangol.testing.SparkExtension;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A year of a generated shop, against a plain computation of what each column means, and laws. */
@ExtendWith(SparkExtension.class)
class CustomerFeaturesTest {
  /** Planning anew at every stage takes most of the time; ManyCustomersTest does it as jobs do. */
  private static final String ADAPTIVE_KEY = "spark.sql.adaptive.enabled";

  private static final String ZONE_KEY = "spark.sql.session.timeZone";
  private static final LocalDate MIDDLE = GeneratedShop.MIDDLE;
  private static final LocalDate CLOCK_BACK = GeneratedShop.DAYS.get(3);

  private static Map<Source, Dataset<Row>> shop;
  private static Dataset<Row> days;
  private static List<Row> features;
  private static List<Row> retention;

  @BeforeAll
  static void open(SparkSession spark) {
    spark.conf().set(ZONE_KEY, GeneratedShop.ZONE.getId());
    spark.conf().set(ADAPTIVE_KEY, false);
    shop = GeneratedShop.open(spark);
    days = days(shop, MIDDLE);
    features = features(shop, MIDDLE);
    retention = retention(spark, days, features);
  }

  @AfterAll
  static void restore(SparkSession spark) {
    spark.conf().set(ZONE_KEY, "UTC");
    spark.conf().set(ADAPTIVE_KEY, true);
  }

  @Test
  void every_feature_is_what_its_column_says() {
    List<String> differences = new ArrayList<>();
    for (LocalDate day : List.of(MIDDLE, CLOCK_BACK)) {
      List<Row> rows = day.equals(MIDDLE) ? features : features(shop, day);
      NaiveShop naive = new NaiveShop(shop, day, ComparedFeatures.settings(day));
      ComparedFeatures.differences(rows, naive.features())
          .forEach(difference -> differences.add(day + ": " + difference));
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void the_shop_holds_what_the_comparison_is_about() {
    long heavy =
        shop.get(Sources.PURCHASES).where(SharedColumns.CUSTOMER_ID.col().equalTo("heavy")).count();
    assertThat(heavy).isBetween(100L, 300L);
    assertThat(features).hasSizeBetween(50, 61);
    Set<String> customers =
        features.stream()
            .map(row -> new PlainRow(row).text(SharedColumns.CUSTOMER_ID))
            .collect(Collectors.toSet());
    assertThat(customers).contains("heavy").doesNotContain("refunded0", "reads-only", "nobody");
    assertThat(sum(features, OpinionColumns.REVIEWS_ANSWERED_LIFETIME))
        .isBetween(5L, commentsOnProducts(customers) - 5);
  }

  /** Apart from the kinds of events that no customer shows, and the shortest window. */
  @Test
  void customers_differ_in_every_feature() {
    List<String> alike =
        FeatureTable.of(GeneratedShop.WINDOWS).fields().stream()
            .filter(field -> !field.equals(SharedColumns.AS_OF))
            .map(Field::name)
            .filter(
                name ->
                    features.stream()
                            .map(row -> String.valueOf(row.<Object>getAs(name)))
                            .distinct()
                            .count()
                        < 2)
            .filter(name -> !name.matches("(comparisons|carts|checkouts|helps|errors)_.*|.*_1d"))
            .toList();
    assertThat(alike).isEmpty();
  }

  @Test
  void rows_after_the_day_change_nothing(SparkSession spark) {
    Map<Source, Dataset<Row>> past = new LinkedHashMap<>();
    shop.forEach(
        (source, rows) ->
            past.put(
                source,
                rows.where(
                    asOf(MIDDLE).hasHappened(time(source)).or(time(source).col().isNull()))));
    List<Row> then = features(past, MIDDLE);
    assertThat(texts(then)).isEqualTo(texts(features));
    assertThat(texts(retention(spark, days(past, MIDDLE), then))).isEqualTo(texts(retention));
  }

  @Test
  void order_and_partitions_of_the_rows_change_nothing(SparkSession spark) {
    Map<Source, Dataset<Row>> shuffled = new LinkedHashMap<>();
    shop.forEach(
        (source, rows) -> {
          List<Row> reversed = new ArrayList<>(rows.collectAsList());
          Collections.reverse(reversed);
          shuffled.put(source, spark.createDataFrame(reversed, rows.schema()).repartition(5));
        });
    List<Row> same = features(shuffled, MIDDLE);
    assertThat(texts(same)).isEqualTo(texts(features));
    assertThat(texts(retention(spark, days(shuffled, MIDDLE), same))).isEqualTo(texts(retention));
  }

  @Test
  void what_customers_paid_is_what_their_lines_say() {
    Set<String> customers =
        features.stream()
            .map(row -> new PlainRow(row).text(SharedColumns.CUSTOMER_ID))
            .collect(Collectors.toSet());
    BigDecimal paid =
        shop
            .get(Sources.PURCHASES)
            .where(asOf(MIDDLE).isKnown(PurchaseSource.PURCHASED_AT))
            .collectAsList()
            .stream()
            .filter(line -> customers.contains(new PlainRow(line).text(SharedColumns.CUSTOMER_ID)))
            .map(line -> line.<BigDecimal>getAs(PurchaseSource.NET_AMOUNT.name()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(total(features, FeatureColumns.NET_SALES_LIFETIME)).isEqualByComparingTo(paid);
    assertThat(total(retention, RetentionColumns.NET_SALES)).isEqualByComparingTo(paid);
  }

  @Test
  void purchase_days_are_the_first_of_each_customer_and_the_repeats() {
    long purchaseDays = days.where(DayColumns.ORDERS.col().gt(0)).count();
    assertThat(purchaseDays).isEqualTo(sum(features, FeatureColumns.FREQUENCY) + features.size());
  }

  @Test
  void months_of_acquisition_hold_every_customer_and_order_once() {
    assertThat(sum(retention, RetentionColumns.ORDERS))
        .isEqualTo(sum(features, FeatureColumns.ORDERS_LIFETIME));
    List<PlainRow> youngest =
        retention.stream()
            .map(PlainRow::new)
            .filter(row -> row.count(RetentionColumns.AGE_MONTHS) == 0)
            .toList();
    assertThat(youngest.stream().mapToLong(row -> row.count(RetentionColumns.CUSTOMERS)).sum())
        .isEqualTo(features.size());
    assertThat(youngest)
        .allMatch(
            row ->
                row.count(RetentionColumns.ACTIVE_CUSTOMERS)
                    == row.count(RetentionColumns.CUSTOMERS));
  }

  @Test
  void months_of_acquisition_say_who_is_one_and_done() {
    Map<String, Double> shares =
        new NaiveShop(shop, MIDDLE, ComparedFeatures.settings(MIDDLE))
            .features().values().stream()
                .collect(
                    Collectors.groupingBy(
                        row -> ((LocalDate) row.get("first_order_on")).withDayOfMonth(1).toString(),
                        Collectors.averagingInt(
                            row -> Boolean.TRUE.equals(row.get("one_and_done")) ? 1 : 0)));
    assertThat(shares.values()).anyMatch(share -> share > 0 && share < 1);
    assertThat(retention)
        .allSatisfy(
            row ->
                assertThat(row.<Double>getAs(RetentionColumns.ONE_AND_DONE_SHARE.name()))
                    .isCloseTo(
                        shares.get(row.getAs(RetentionColumns.ACQUIRED_MONTH.name()).toString()),
                        Offset.offset(1e-9)));
  }

  private static List<Row> retention(SparkSession spark, Dataset<Row> days, List<Row> customers) {
    Dataset<Row> rows = spark.createDataFrame(customers, customers.get(0).schema());
    return RetentionCohorts.of(days, rows, asOf(MIDDLE)).collectAsList();
  }

  private static long commentsOnProducts(Set<String> customers) {
    return shop.get(Sources.ENGAGEMENT)
        .where(asOf(MIDDLE).isKnown(EngagementSource.OCCURRED_AT))
        .where(EngagementSource.EVENT.col().equalTo(EngagementSource.COMMENT))
        .where(SharedColumns.PRODUCT_ID.col().isNotNull())
        .where(SharedColumns.CUSTOMER_ID.col().isin(customers.toArray()))
        .count();
  }

  /** A customer's record is made when they sign up. */
  private static Field time(Source source) {
    return source.time().orElse(CustomerSource.SIGNED_UP_AT);
  }

  private static List<String> texts(List<Row> rows) {
    return rows.stream().map(Row::toString).sorted().toList();
  }

  private static long sum(List<Row> rows, Field field) {
    return rows.stream().mapToLong(row -> new PlainRow(row).count(field)).sum();
  }

  private static BigDecimal total(List<Row> rows, Field field) {
    return rows.stream()
        .map(row -> row.<BigDecimal>getAs(field.name()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
