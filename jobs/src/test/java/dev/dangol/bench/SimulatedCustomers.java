package dev.dangol.bench;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.value.model.PurchaseHistory;
import dev.dangol.value.model.SimulatedBase;
import dev.dangol.value.model.SimulatedBase.Person;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Customers who buy, churn and spend as a purchase model and Gamma-Gamma say. They are watched for
 * one to two years, with histories in whole days. A model and a number always give the same ones.
 */
final class SimulatedCustomers {
  private static final double[] GEOMETRIC = {0.8, 10, 0.6, 3};
  private static final double[] PARETO = {1, 8, 0.8, 40};
  private static final double[] SPENDING = {6.25, 3.74, 15.44};
  private static final double SPAN = 104;
  private static final int STRETCH = 5_000;

  private static final List<Field> FIELDS =
      List.of(
          SharedColumns.CUSTOMER_ID,
          FeatureColumns.FREQUENCY,
          FeatureColumns.RECENCY_DAYS,
          FeatureColumns.AGE_DAYS,
          FeatureColumns.MONETARY_VALUE);

  private SimulatedCustomers() {}

  /** Of customer_features, what models look at. */
  static Dataset<Row> of(SparkSession spark, String model, long customers) {
    FlatMapFunction<Long, Row> simulated = stretch -> stretch(model, stretch, customers).iterator();
    StructType schema =
        new StructType(FIELDS.stream().map(Field::structField).toArray(StructField[]::new));
    return spark
        .range(0, (customers + STRETCH - 1) / STRETCH, 1, 8)
        .flatMap(simulated, Encoders.row(schema));
  }

  private static Stream<Row> stretch(String model, long stretch, long customers) {
    long first = stretch * STRETCH;
    int seed = Math.toIntExact(stretch);
    int size = Math.toIntExact(Math.min(STRETCH, customers - first));
    double[] parameters = model.startsWith("pareto") ? PARETO : GEOMETRIC;
    List<Person> people = new SimulatedBase(model, parameters, seed).people(size, SPAN, 0);
    RandomGenerator random = new Well19937c(-1 - seed);
    return IntStream.range(0, size)
        .mapToObj(i -> row("C" + (first + i), people.get(i).history(), random));
  }

  private static Row row(String customer, PurchaseHistory history, RandomGenerator random) {
    BigDecimal spend = null;
    if (history.frequency() > 0) {
      double mean = SimulatedBase.meanSpend(SPENDING, history.frequency(), random);
      spend = BigDecimal.valueOf(mean).setScale(4, RoundingMode.HALF_EVEN);
    }
    return RowFactory.create(
        customer,
        (long) history.frequency(),
        (long) (history.recency() * PurchaseHistory.WEEK),
        (long) (history.age() * PurchaseHistory.WEEK),
        spend);
  }
}
