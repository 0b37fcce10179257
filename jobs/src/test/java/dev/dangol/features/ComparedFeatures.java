package dev.dangol.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureInputs;
import dev.dangol.features.purchases.ProductShapers;
import dev.dangol.features.purchases.PurchaseDays;
import dev.dangol.features.purchases.PurchaseFeatures;
import dev.dangol.features.referrals.ReferralNetwork;
import dev.dangol.features.satisfaction.CustomerExperience;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Features of a generated shop, and their differences from what the columns mean. */
final class ComparedFeatures {
  private static final double SHARE = 0.3;

  private ComparedFeatures() {}

  /** On some days the business knows what share of its sales is margin, on others it does not. */
  static GivenSettings settings(LocalDate day) {
    boolean known = GeneratedShop.DAYS.indexOf(day) % 2 == 0;
    return known ? GeneratedShop.settings().withMargin(SHARE) : GeneratedShop.settings();
  }

  /** As the job computes them: what several steps share is set aside. */
  static List<Row> features(Map<Source, Dataset<Row>> clean, LocalDate day) {
    return features(clean, day, NamedFeatures.ALL);
  }

  /** Those that are asked for. */
  static List<Row> features(Map<Source, Dataset<Row>> clean, LocalDate day, NamedFeatures named) {
    FeatureContext measuring = FeatureContext.of(asOf(day), settings(day).settings()).asking(named);
    Dataset<Row> measured =
        CustomerFeatures.measure(inputs(clean, day), clean, measuring).localCheckpoint();
    Dataset<Row> features =
        named.all()
            ? FeatureAssembly.of(measured, asOf(day), measuring.settings()).features()
            : FeatureAssembly.named(measured, measuring, named);
    return features.collectAsList();
  }

  private static FeatureInputs inputs(Map<Source, Dataset<Row>> clean, LocalDate day) {
    var settings = settings(day).settings();
    Dataset<Row> history =
        FoldedInputs.history(clean, asOf(day), settings, Optional.empty()).localCheckpoint();
    Dataset<Row> days = OrderHistory.days(history);
    Dataset<Row> experience = CustomerExperience.of(history, settings).localCheckpoint();
    Dataset<Row> network =
        new ReferralNetwork(GivenSettings.REFERRALS, Dataset::localCheckpoint)
            .of(clean.get(Sources.REFERRALS), PurchaseFeatures.buyers(days), asOf(day));
    Dataset<Row> folded = FoldedInputs.of(clean, asOf(day), settings);
    Optional<Dataset<Row>> shapers =
        ProductShapers.perCustomer(history, clean, FeatureContext.of(asOf(day), settings));
    return new FeatureInputs(history, days, experience, folded, shapers, Optional.of(network));
  }

  static Dataset<Row> days(Map<Source, Dataset<Row>> clean, LocalDate day) {
    OptionalDouble margin =
        settings(day).margin().map(OptionalDouble::of).orElse(OptionalDouble.empty());
    return PurchaseDays.of(clean.get(Sources.PURCHASES), asOf(day), margin);
  }

  static AsOf asOf(LocalDate day) {
    return new AsOf(day, GeneratedShop.ZONE);
  }

  /** Customer by customer and column by column; a column without an expected value too. */
  static List<String> differences(List<Row> rows, Map<String, Map<String, Object>> expected) {
    return differences(rows, expected, FeatureTable.of(GeneratedShop.WINDOWS).fields());
  }

  /** The same, in some of the columns. */
  static List<String> differences(
      List<Row> rows, Map<String, Map<String, Object>> expected, List<Field> fields) {
    List<String> differences = new ArrayList<>();
    Map<String, Row> actual =
        rows.stream()
            .collect(
                Collectors.toMap(row -> row.getAs(SharedColumns.CUSTOMER_ID.name()), row -> row));
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    for (Field field : fields) {
      if (field.equals(SharedColumns.AS_OF) || field.equals(SharedColumns.CUSTOMER_ID)) {
        continue;
      }
      expected.forEach(
          (customer, row) -> {
            Object is = plain(actual.get(customer).getAs(field.name()));
            Object meant = row.get(field.name());
            if (!row.containsKey(field.name()) || !same(is, meant)) {
              differences.add(field.name() + " of " + customer + " is " + is + ", meant " + meant);
            }
          });
    }
    return differences;
  }

  private static Object plain(Object value) {
    return value instanceof scala.collection.Map<?, ?> map
        ? CollectionConverters.asJava(map)
        : ComparedExperience.plain(value);
  }

  /** Alike, up to the last digit kept. */
  private static boolean same(Object is, Object meant) {
    if (is == null || meant == null) {
      return is == meant;
    }
    if (is instanceof BigDecimal amount) {
      return amount.subtract((BigDecimal) meant).abs().compareTo(new BigDecimal("0.0001")) <= 0;
    }
    if (is instanceof Double number) {
      double other = ((Number) meant).doubleValue();
      return Math.abs(number - other) <= 1e-6 * Math.max(1, Math.abs(other) * 1e-6);
    }
    if (is instanceof Map<?, ?> map) {
      Map<?, ?> other = meant instanceof Map<?, ?> known ? known : Collections.emptyMap();
      return map.keySet().equals(other.keySet())
          && map.keySet().stream().allMatch(key -> same(map.get(key), other.get(key)));
    }
    return is instanceof Date day ? day.toLocalDate().equals(meant) : is.equals(meant);
  }
}
