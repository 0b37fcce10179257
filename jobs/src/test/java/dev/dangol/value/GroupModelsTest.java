package dev.dangol.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.ValueSettings;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.features.AcquisitionColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.ValueGroupColumns;
import dev.dangol.table.results.ValueModelColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.ParameterEstimate;
import dev.dangol.value.model.CdnowData;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class GroupModelsTest {
  private static final Field CHANNEL = ValueGroupColumns.FIRST_CHANNEL;
  private static final Field BROUGHT_BY = AcquisitionColumns.ACQUIRED_BY;
  private static final String[] CHANNELS = {"매장", "app", null};

  private static ValueSettings settings(int maxTriples, String... models) {
    return new ValueSettings(
        OptionalDouble.empty(), List.of(models), List.of(30), 0.1, 12, 50, 0, maxTriples);
  }

  private static TestRows customers(SparkSession spark) {
    return TestRows.of(
        spark,
        FeatureColumns.FREQUENCY,
        FeatureColumns.RECENCY_DAYS,
        FeatureColumns.AGE_DAYS,
        CHANNEL,
        BROUGHT_BY);
  }

  /** The customers of CDNOW dealt to channels in turn; every ninth was brought by a friend. */
  private static Dataset<Row> cdnow(SparkSession spark) {
    TestRows rows = customers(spark);
    int dealt = 0;
    for (double[] history : CdnowData.histories()) {
      for (int i = 0; i < history[3]; i++) {
        String by = dealt % 9 == 0 ? "friend" : "search";
        rows.row(
            (int) history[0],
            (int) history[1],
            (int) history[2],
            CHANNELS[dealt % CHANNELS.length],
            by);
        dealt++;
      }
    }
    return rows.table();
  }

  private record GroupFit(
      RowReader cells, Map<String, Double> parameters, Map<String, Double> errors) {}

  /** By grouping, group and model. */
  private static Map<String, GroupFit> fits(
      Dataset<Row> customers, List<Field> groupings, ValueSettings settings) {
    Map<String, GroupFit> fits = new TreeMap<>();
    for (Row row : GroupModels.of(customers, groupings, settings).collectAsList()) {
      RowReader cells = new RowReader(row);
      String key =
          cells.text(ValueGroupColumns.GROUP_BY).orElseThrow()
              + "/"
              + cells.text(ValueGroupColumns.GROUP_NAME).orElseThrow()
              + "/"
              + cells.text(ValueGroupColumns.MODEL).orElseThrow();
      Map<String, Double> parameters = cells.numbers(ValueModelColumns.PARAMETERS);
      Map<String, Double> errors = cells.numbers(ValueModelColumns.STANDARD_ERRORS);
      assertThat(fits.put(key, new GroupFit(cells, parameters, errors))).as(key).isNull();
    }
    return fits;
  }

  private static void isFitOf(
      GroupFit found, Dataset<Row> alone, ValueSettings settings, String model) {
    ModelFitting fit = new ModelFitting(settings);
    FitResult expected = fit.purchases(fit.triples(alone)).get(model);
    ParameterEstimate estimate = (ParameterEstimate) expected;
    assertThat(found.parameters()).isEqualTo(estimate.parameters());
    assertThat(found.errors()).isEqualTo(estimate.standardErrors());
    assertThat(found.cells().number(ValueGroupColumns.LOG_LIKELIHOOD))
        .hasValue(estimate.logLikelihood());
    assertThat(found.cells().count(ValueGroupColumns.CUSTOMERS)).isEqualTo(alone.count());
    assertThat(found.cells().count(ValueGroupColumns.REPEAT_BUYERS))
        .isEqualTo(alone.where(FeatureColumns.FREQUENCY.col().gt(0)).count());
  }

  @Test
  void every_group_has_the_numbers_of_its_customers_alone(SparkSession spark) {
    ValueSettings settings = settings(100_000, "mbg-nbd", "bg-nbd");
    Dataset<Row> customers = cdnow(spark);
    Map<String, GroupFit> fits = fits(customers, List.of(CHANNEL, BROUGHT_BY), settings);
    assertThat(fits).hasSize(10);
    Column channel = CHANNEL.col();
    for (String model : settings.models()) {
      isFitOf(
          fits.get("first_channel/매장/" + model),
          customers.where(channel.equalTo("매장")),
          settings,
          model);
      isFitOf(
          fits.get("first_channel/unknown/" + model),
          customers.where(channel.isNull()),
          settings,
          model);
      isFitOf(
          fits.get("acquired_by/friend/" + model),
          customers.where(BROUGHT_BY.col().equalTo("friend")),
          settings,
          model);
    }
  }

  @Test
  void a_group_with_too_many_histories_is_counted_in_the_same_bins(SparkSession spark) {
    Dataset<Row> customers = cdnow(spark);
    Dataset<Row> app = customers.where(CHANNEL.col().equalTo("app"));
    for (int most : new int[] {300, 60, 1}) {
      ValueSettings settings = settings(most, "bg-nbd");
      assertThat(new ModelFitting(settings).triples(app).size()).isLessThan(500);
      Map<String, GroupFit> fits = fits(customers, List.of(CHANNEL), settings);
      isFitOf(fits.get("first_channel/app/bg-nbd"), app, settings, "bg-nbd");
    }
  }

  @Test
  void rows_in_another_order_change_nothing(SparkSession spark) {
    ValueSettings settings = settings(200, "bg-nbd");
    Dataset<Row> shuffled = cdnow(spark).orderBy(functions.rand(3)).repartition(5);
    Map<String, GroupFit> one = fits(cdnow(spark), List.of(CHANNEL), settings);
    Map<String, GroupFit> other = fits(shuffled, List.of(CHANNEL), settings);
    assertThat(other.keySet()).hasSize(3).isEqualTo(one.keySet());
    one.forEach(
        (key, found) ->
            found
                .parameters()
                .forEach(
                    (name, value) ->
                        assertThat(other.get(key).parameters().get(name))
                            .as(key + " " + name)
                            .isCloseTo(value, within(1e-9 * value))));
  }

  @Test
  void one_model_of_a_group_is_chosen_by_its_likelihood(SparkSession spark) {
    ValueSettings settings = settings(100_000, "bg-cnbd-2", "bg-nbd", "mbg-nbd");
    Map<String, GroupFit> fits = fits(cdnow(spark), List.of(CHANNEL), settings);
    for (String channel : List.of("매장", "app", "unknown")) {
      RowReader plain = fits.get("first_channel/" + channel + "/bg-nbd").cells();
      RowReader other = fits.get("first_channel/" + channel + "/mbg-nbd").cells();
      RowReader regular = fits.get("first_channel/" + channel + "/bg-cnbd-2").cells();
      boolean better =
          plain.number(ValueGroupColumns.LOG_LIKELIHOOD).orElseThrow()
              >= other.number(ValueGroupColumns.LOG_LIKELIHOOD).orElseThrow();
      assertThat(plain.flag(ValueGroupColumns.CHOSEN)).isEqualTo(better);
      assertThat(other.flag(ValueGroupColumns.CHOSEN)).isEqualTo(!better);
      assertThat(regular.flag(ValueGroupColumns.CONVERGED)).isTrue();
      assertThat(regular.flag(ValueGroupColumns.CHOSEN)).isFalse();
    }
  }

  @Test
  void a_small_group_has_a_reason_beside_one_that_was_fitted(SparkSession spark) {
    Dataset<Row> customers =
        cdnow(spark)
            .where(CHANNEL.col().equalTo("app"))
            .union(customers(spark).row(3, 20, 40, "작은 가게 🍀", null).table());
    Map<String, GroupFit> fits = fits(customers, List.of(CHANNEL), settings(10_000, "bg-nbd"));
    assertThat(fits).containsOnlyKeys("first_channel/app/bg-nbd", "first_channel/작은 가게 🍀/bg-nbd");
    GroupFit small = fits.get("first_channel/작은 가게 🍀/bg-nbd");
    assertThat(small.cells().text(ValueGroupColumns.REASON))
        .hasValue("Only 1 customers bought again; 50 or more are needed.");
    assertThat(small.parameters()).isEmpty();
    assertThat(small.errors()).isEmpty();
    assertThat(small.cells().number(ValueGroupColumns.LOG_LIKELIHOOD)).isEmpty();
    assertThat(small.cells().count(ValueGroupColumns.CUSTOMERS)).isEqualTo(1);
    assertThat(small.cells().flag(ValueGroupColumns.CHOSEN)).isFalse();
    RowReader app = fits.get("first_channel/app/bg-nbd").cells();
    assertThat(app.flag(ValueGroupColumns.CHOSEN)).isTrue();
    assertThat(app.text(ValueGroupColumns.REASON)).isEmpty();
  }

  @Test
  void without_customers_there_are_no_groups(SparkSession spark) {
    Dataset<Row> nobody = customers(spark).table();
    assertThat(fits(nobody, List.of(CHANNEL, BROUGHT_BY), settings(10, "bg-nbd"))).isEmpty();
  }
}
