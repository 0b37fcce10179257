package dev.dangol.probability;

import static org.apache.spark.ml.functions.array_to_vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.testing.SparkExtension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Fits beside those of MLlib, which minimises the same by another method. */
@ExtendWith(SparkExtension.class)
class LogisticRidgeTest {
  private static final Field NUMBERS =
      new Field("numbers", DataTypes.createArrayType(DataTypes.DoubleType), false, "Numbers.");
  private static final Field OUTCOME = Field.number("outcome", "1 or 0.");
  private static final Field MARGIN = Field.number("margin", "Log-odds.");
  private static final Field CHANCE = Field.number("chance", "A probability.");

  /** Numbers of very different size, one of them the same for everyone. */
  private static OutcomeSample people(int size, double... effects) {
    Random random = new Random(5);
    double[][] numbers = new double[size][];
    double[] outcomes = new double[size];
    for (int i = 0; i < size; i++) {
      double[] own = {
        random.nextGaussian(), 1000 + 300 * random.nextGaussian(), random.nextInt(3) / 1e4, 7
      };
      double odds = -0.4 + effects[0] * own[0] + effects[1] * (own[1] - 1000) / 300;
      numbers[i] = own;
      outcomes[i] = random.nextDouble() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
    }
    return new OutcomeSample(numbers, outcomes);
  }

  private static LogisticRegressionModel byMllib(
      SparkSession spark, OutcomeSample people, double penalty) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      rows.add(RowFactory.create(people.numbers()[i], people.outcomes()[i]));
    }
    return new LogisticRegression()
        .setFamily("binomial")
        .setFeaturesCol("vector")
        .setLabelCol(OUTCOME.name())
        .setRegParam(penalty)
        .setTol(1e-12)
        .setMaxIter(1000)
        .fit(
            spark
                .createDataFrame(rows, Field.schema(List.of(NUMBERS, OUTCOME)))
                .withColumn("vector", array_to_vector(NUMBERS.col())));
  }

  @Test
  void effects_are_those_of_mllib(SparkSession spark) {
    OutcomeSample people = people(600, 0.8, -1.2);
    for (double penalty : new double[] {0.001, 0.3}) {
      LogisticEffects own = LogisticRidge.fit(people, penalty);
      LogisticRegressionModel other = byMllib(spark, people, penalty);
      double[] effects = other.coefficients().toArray();
      for (int i = 0; i < effects.length; i++) {
        assertThat(own.effects().get(i))
            .isCloseTo(effects[i], within(1e-5 * Math.max(1, Math.abs(effects[i]))));
      }
      assertThat(own.intercept()).isCloseTo(other.intercept(), within(1e-4));
      assertThat(own.effects().get(3)).isZero();
    }
  }

  @Test
  void people_who_can_be_told_apart_for_certain_and_copies_of_a_number_are_fitted_too() {
    double[][] numbers = new double[40][];
    double[] outcomes = new double[40];
    for (int i = 0; i < 40; i++) {
      numbers[i] = new double[] {i, i, 1e9 + i};
      outcomes[i] = i < 20 ? 0 : 1;
    }
    LogisticEffects effects = LogisticRidge.fit(new OutcomeSample(numbers, outcomes), 1e-9);

    assertThat(effects.effects()).allMatch(Double::isFinite);
    assertThat(effects.margin(numbers[0])).isFinite().isLessThan(-3);
    assertThat(effects.margin(numbers[39])).isFinite().isGreaterThan(3);
  }

  @Test
  void a_scaling_is_the_same_in_memory_and_as_a_column(SparkSession spark) {
    BetaScaling scaling = new BetaScaling(-0.3, 0.7, 1.4);
    double[] margins = {-800, -30, -2, 0, 0.5, 4, 40, 800};
    List<Row> rows = Arrays.stream(margins).mapToObj(RowFactory::create).toList();
    List<Double> chances =
        spark
            .createDataFrame(rows, Field.schema(List.of(MARGIN)))
            .select(CHANCE.is(scaling.probability(MARGIN.col())))
            .collectAsList()
            .stream()
            .map(row -> new RowReader(row).number(CHANCE).orElseThrow())
            .toList();

    for (int i = 0; i < margins.length; i++) {
      assertThat(chances.get(i)).isCloseTo(scaling.probability(margins[i]), within(1e-14));
    }
    assertThat(chances).isSorted().allMatch(p -> p >= 0 && p <= 1);
    assertThat(BetaScaling.AS_IS.probability(1.5))
        .isCloseTo(1 / (1 + Math.exp(-1.5)), within(1e-15));
  }
}
