package dev.dangol.segments;

import dev.dangol.config.SegmentContinuitySettings;
import dev.dangol.config.SegmentSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.testing.TestDay;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A seeded shop with three plain kinds of customers: regulars, bargain hunters, one-timers. */
final class SegmentShop {
  static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  static final AsOf AS_OF = TestDay.of(TODAY);

  static final List<String> FEATURES =
      Stream.of(
              FeatureColumns.FREQUENCY,
              FeatureColumns.DAYS_SINCE_LAST_ORDER,
              FeatureColumns.NET_SALES_LIFETIME,
              FeatureColumns.DISCOUNT_SHARE)
          .map(Field::name)
          .toList();

  private static final List<Field> FIELDS =
      List.of(
          SharedColumns.CUSTOMER_ID,
          FeatureColumns.FREQUENCY,
          FeatureColumns.DAYS_SINCE_LAST_ORDER,
          FeatureColumns.NET_SALES_LIFETIME,
          FeatureColumns.DISCOUNT_SHARE,
          FeatureColumns.RATING_MEAN,
          FeatureColumns.QUALITY_PAY,
          FeatureColumns.QUALITY_REFER);

  private final Random random = new Random(7);
  private final List<Row> rows = new ArrayList<>();

  /** That many customers, of each kind a third; the id's number modulo 3 gives the kind. */
  static SegmentShop of(int customers) {
    SegmentShop shop = new SegmentShop();
    for (int i = 0; i < customers; i++) {
      switch (i % 3) {
        case 0 -> shop.add(12, 10, 0.05);
        case 1 -> shop.add(5, 60, 0.6);
        default -> shop.add(0, 400, 0.05);
      }
    }
    return shop;
  }

  /** One more customer, with that many repeat purchases on average. */
  SegmentShop add(int frequency, int daysSince, double discountShare) {
    long repeats = frequency == 0 ? 0 : frequency + random.nextInt(frequency);
    double noise = random.nextGaussian();
    double sales = 30 * (1 + repeats) * Math.exp(0.2 * noise);
    return row(
        repeats,
        (long) (daysSince * (1 + random.nextDouble())),
        BigDecimal.valueOf(sales).setScale(4, RoundingMode.HALF_EVEN),
        Math.min(1, discountShare * (1 + 0.2 * noise)),
        random.nextInt(4) == 0 ? 3 + random.nextDouble() : null,
        50 + 10 * noise,
        null);
  }

  /** One more customer, by their features. */
  SegmentShop row(Object... features) {
    Object[] row = new Object[features.length + 1];
    row[0] = "c" + rows.size();
    System.arraycopy(features, 0, row, 1, features.length);
    rows.add(RowFactory.create(row));
    return this;
  }

  List<Row> rows() {
    return rows;
  }

  Dataset<Row> table(SparkSession spark) {
    return table(spark, rows);
  }

  static Dataset<Row> table(SparkSession spark, List<Row> rows) {
    StructField[] columns = FIELDS.stream().map(Field::structField).toArray(StructField[]::new);
    return spark.createDataFrame(rows, new StructType(columns));
  }

  static SegmentSettings settings(int kFrom, int kTo) {
    return new SegmentSettings(
        OptionalInt.empty(), kFrom, kTo, 0.02, 42, FEATURES, 1, SegmentContinuitySettings.USUAL);
  }

  static SegmentSettings settings(List<String> features) {
    return new SegmentSettings(
        OptionalInt.of(3), 3, 10, 0.02, 42, features, 1, SegmentContinuitySettings.USUAL);
  }
}
