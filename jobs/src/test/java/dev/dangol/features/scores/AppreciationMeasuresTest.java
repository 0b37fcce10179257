package dev.dangol.features.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.measure.ContactColumns;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.AppreciationColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.TalkColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class AppreciationMeasuresTest {
  private static final List<Field> MADE =
      List.of(
          AppreciationColumns.CONTACT_AFTER_ORDER_SHARE, AppreciationColumns.COMPLAINTS_PER_ORDER);

  /** Days are numbers; those of no one are not known of customers without a row. */
  private static Dataset<Row> customers(SparkSession spark) {
    return TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            ContactColumns.ORDERED_ON,
            ContactColumns.REPLIED_ON,
            ContactColumns.HELPED_ON,
            ContactColumns.REVIEWED_ON,
            ContactColumns.OPENED_ON,
            ContactColumns.SOLVED_ON,
            FeatureColumns.LOW_RATINGS_LIFETIME,
            TalkColumns.CASES_LIFETIME,
            FeatureColumns.ORDERS_LIFETIME)
        .row("ann, ends of the span", on(100, 200), on(130), on(), on(200), null, null, 1, 1, 4)
        .row("bob, a day too late", on(100, 200), on(131), null, null, null, null, null, 3, 2)
        .row("cho, solved", on(100, 200, 300, 400), null, null, null, on(101), on(101), 0, 1, 1)
        .row(
            "dan, helped",
            on(100, 200, 300),
            on(),
            on(101, 201, 301),
            null,
            on(201, 302),
            on(),
            null,
            2,
            3)
        .row("eun, not yet over", on(), on(90), null, on(90), null, null, 0, 0, 1)
        .row("hwa, silent", on(1), on(), on(), null, null, null, null, null, 5)
        .table();
  }

  @Test
  void contact_follows_on_the_thirty_days_after_and_help_only_where_it_was_solved(
      SparkSession spark) {
    TestRows expected =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            AppreciationColumns.CONTACT_AFTER_ORDER_SHARE,
            AppreciationColumns.COMPLAINTS_PER_ORDER);
    expected
        .row("ann, ends of the span", 0.5, 0.5)
        .row("bob, a day too late", 0, 1.5)
        .row("cho, solved", 0.25, 1)
        .row("dan, helped", 1 / 3.0, 2 / 3.0)
        .row("eun, not yet over", null, 0)
        .row("hwa, silent", 0, 0);
    TableAssert.assertThat(measured(customers(spark), Map.of())).hasRows(expected.table());
  }

  @Test
  void what_is_not_recorded_is_left_out_and_without_any_there_is_a_reason() {
    Map<Field, String> missing = new LinkedHashMap<>();
    List.of(ContactColumns.REPLIED_ON, ContactColumns.HELPED_ON)
        .forEach(field -> missing.put(field, "no"));
    assertThat(DerivedFeatures.missing(missing)).doesNotContainKeys(MADE.toArray(Field[]::new));
    ContactColumns.ALL.forEach(field -> missing.put(field, "no"));
    missing.put(FeatureColumns.LOW_RATINGS_LIFETIME, "no");
    assertThat(DerivedFeatures.missing(missing))
        .containsKey(AppreciationColumns.CONTACT_AFTER_ORDER_SHARE)
        .doesNotContainKey(AppreciationColumns.COMPLAINTS_PER_ORDER);
    missing.put(TalkColumns.CASES_LIFETIME, "no");
    assertThat(DerivedFeatures.missing(missing)).containsKeys(MADE.toArray(Field[]::new));
    Map<Field, Column> made = new LinkedHashMap<>();
    AppreciationMeasures.measures(missing, made);
    assertThat(made).isEmpty();
  }

  @Test
  void help_is_not_said_to_be_solved_where_cases_are_not_known(SparkSession spark) {
    Map<Field, String> missing =
        Map.of(ContactColumns.OPENED_ON, "no", ContactColumns.SOLVED_ON, "no");
    Dataset<Row> dan =
        measured(customers(spark), missing)
            .where(SharedColumns.CUSTOMER_ID.col().startsWith("dan"))
            .select(AppreciationColumns.CONTACT_AFTER_ORDER_SHARE.col());
    assertThat(dan.head().getDouble(0)).isZero();
  }

  private static Dataset<Row> measured(Dataset<Row> customers, Map<Field, String> missing) {
    Map<Field, Column> made = new LinkedHashMap<>();
    AppreciationMeasures.measures(missing, made);
    return customers.select(
        SharedColumns.CUSTOMER_ID.col(),
        MADE.get(0).is(made.get(MADE.get(0))),
        MADE.get(1).is(made.get(MADE.get(1))));
  }

  private static List<Integer> on(int... days) {
    return IntStream.of(days).boxed().toList();
  }
}
