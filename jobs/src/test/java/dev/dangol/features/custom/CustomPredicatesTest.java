package dev.dangol.features.custom;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.config.CustomFeature;
import dev.dangol.config.CustomFeature.CustomKind;
import dev.dangol.problem.BadSetting;
import dev.dangol.table.Table;
import dev.dangol.testing.SparkExtension;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Predicates of configured features, proved without a row. */
@ExtendWith(SparkExtension.class)
class CustomPredicatesTest {
  @Test
  void predicates_over_columns_of_their_source_are_good(SparkSession spark) {
    assertThatCode(
            () ->
                CustomPredicates.prove(
                    List.of(
                        feature("gifts", "purchases", "category = '선물 🎁' AND net_amount > 0"),
                        feature("looks", "engagement", "event = 'view'")),
                    none(spark)))
        .doesNotThrowAnyException();
  }

  @Test
  void every_wrong_one_is_named_with_what_is_wrong(SparkSession spark) {
    assertThatThrownBy(
            () ->
                CustomPredicates.prove(
                    List.of(
                        feature("gifts", "purchases", "kategorie = 'gift'"),
                        feature("fine", "purchases", "category IS NULL"),
                        feature("looks", "engagement", "event")),
                    none(spark)))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("features.custom.gifts.when = \"kategorie = 'gift'\"")
        .hasMessageContaining("features.custom.looks.when = \"event\"")
        .hasMessageNotContaining("fine");
  }

  private static CustomFeature feature(String name, String source, String when) {
    return new CustomFeature(name, source, when, CustomKind.ROWS, "", List.of());
  }

  private static Function<Table, Dataset<Row>> none(SparkSession spark) {
    return table -> spark.createDataFrame(List.of(), table.schema());
  }
}
