package dev.dangol.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.SatisfactionSettings;
import dev.dangol.config.Settings;
import dev.dangol.features.measure.FeatureInputs;
import dev.dangol.features.purchases.PurchaseDays;
import dev.dangol.features.satisfaction.CustomerExperience;
import dev.dangol.features.satisfaction.EarlierSatisfaction;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.PlainRow;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Shared parts of the tests that compare experiences in generated shops. */
public final class ComparedExperience {
  static final SatisfactionSettings HOW = GivenSettings.SATISFACTION;
  static final AsOf DAY = new AsOf(ExperienceShop.DAY, ExperienceShop.ZONE);

  private ComparedExperience() {}

  static Settings settings() {
    return ExperienceShop.settings().settings();
  }

  static Dataset<Row> purchases(Map<Source, Dataset<Row>> shop) {
    return PurchaseDays.of(shop.get(Sources.PURCHASES), DAY, OptionalDouble.empty());
  }

  public static Dataset<Row> history(Map<Source, Dataset<Row>> shop, AsOf day) {
    return FoldedInputs.history(shop, day, settings(), Optional.empty());
  }

  public static Dataset<Row> experience(
      Map<Source, Dataset<Row>> shop, AsOf day, Settings settings) {
    return CustomerExperience.of(history(shop, day), settings);
  }

  static FeatureInputs shared(Map<Source, Dataset<Row>> shop) {
    Dataset<Row> experience = experience(shop, DAY, settings()).localCheckpoint();
    return new FeatureInputs(
        history(shop, DAY),
        purchases(shop),
        experience,
        FoldedInputs.of(shop, DAY, settings()),
        Optional.empty(),
        Optional.empty());
  }

  /** The satisfaction of an earlier day, from the history by a later day. */
  public static Dataset<Row> earlier(
      Map<Source, Dataset<Row>> shop, AsOf cut, AsOf day, Settings how) {
    Dataset<Row> history = FoldedInputs.history(shop, day, how, Optional.of(cut));
    return EarlierSatisfaction.of(
        EarlierSatisfaction.measure(history, cut, how).localCheckpoint(), cut, how);
  }

  static NaiveSatisfaction naive(Map<Source, Dataset<Row>> shop, AsOf day) {
    Map<Source, List<PlainRow>> rows = new LinkedHashMap<>();
    shop.forEach(
        (source, table) ->
            rows.put(source, table.collectAsList().stream().map(PlainRow::new).toList()));
    return new NaiveSatisfaction(new NaiveExperience(rows, day.day(), ExperienceShop.ZONE), HOW);
  }

  /** The days of each customer's bad experiences, computed plainly in the day's own zone. */
  public static Map<String, List<LocalDate>> strikeDays(Map<Source, Dataset<Row>> shop, AsOf day) {
    Map<Source, List<PlainRow>> rows = new LinkedHashMap<>();
    shop.forEach(
        (source, table) ->
            rows.put(source, table.collectAsList().stream().map(PlainRow::new).toList()));
    NaiveExperience naive = new NaiveExperience(rows, day.day(), day.zone());
    Map<String, List<LocalDate>> days = new LinkedHashMap<>();
    naive
        .orders()
        .forEach(
            (customer, orders) ->
                days.put(
                    customer,
                    naive.strikes(customer, orders, HOW).stream()
                        .map(NaiveExperience.Strike::on)
                        .toList()));
    return days;
  }

  static Map<String, List<LocalDate>> purchaseDays(Map<Source, Dataset<Row>> shop) {
    return purchases(shop).where(DayColumns.ORDERS.col().gt(0)).collectAsList().stream()
        .collect(
            Collectors.groupingBy(
                ComparedExperience::customer,
                Collectors.mapping(
                    row -> new PlainRow(row).day(DayColumns.COUNTED_ON),
                    Collectors.collectingAndThen(
                        Collectors.toList(), days -> days.stream().sorted().toList()))));
  }

  static List<String> differences(
      List<Row> rows, Map<String, Map<String, Object>> expected, List<Field> fields) {
    List<String> differences = new ArrayList<>();
    assertThat(rows.stream().map(ComparedExperience::customer))
        .containsExactlyInAnyOrderElementsOf(expected.keySet());
    for (Row row : rows) {
      for (Field field : fields) {
        Object is = plain(row.getAs(field.name()));
        Object meant = expected.get(customer(row)).get(field.name());
        if (!same(is, meant)) {
          differences.add(customer(row) + " " + field.name() + " is " + is + ", meant " + meant);
        }
      }
    }
    return differences;
  }

  static boolean same(Object is, Object meant) {
    if (is instanceof Double number && meant != null) {
      return Math.abs(number - (Double) meant) <= 2e-6;
    }
    return java.util.Objects.equals(is, meant);
  }

  static Object plain(Object value) {
    if (value instanceof scala.collection.Seq<?> list) {
      return List.copyOf(scala.jdk.javaapi.CollectionConverters.asJava(list));
    }
    return value instanceof Date day ? day.toLocalDate() : value;
  }

  static String customer(Row row) {
    return row.getAs(SharedColumns.CUSTOMER_ID.name());
  }
}
