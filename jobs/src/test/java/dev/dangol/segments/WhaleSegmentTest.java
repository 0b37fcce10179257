package dev.dangol.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.table.results.SegmentColumns;
import dev.dangol.testing.SparkExtension;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer too far from everyone else to have a part in the fit. */
@ExtendWith(SparkExtension.class)
class WhaleSegmentTest {
  @Test
  void the_customer_with_a_third_of_all_sales_is_in_the_nearest_segment(SparkSession spark) {
    SegmentShop shop = SegmentShop.of(90);
    BigDecimal others =
        shop.rows().stream().map(row -> row.getDecimal(3)).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal whale = others.divide(BigDecimal.valueOf(2));
    shop.row(14L, 12L, whale, 0.05, null, 60.0, null);

    CustomerSegmentation found =
        CustomerSegmentation.of(
            shop.table(spark), SegmentShop.settings(SegmentShop.FEATURES), SegmentShop.AS_OF);

    Row place = found.customers().where(SegmentColumns.OUTLIER.col()).collectAsList().get(0);
    assertThat(place.getString(1)).isEqualTo("c90");
    assertThat(place.getDouble(4)).isFinite();
    List<Row> segments = found.segments().collectAsList();
    Row home =
        segments.stream()
            .filter(row -> row.getString(1).equals(place.getString(2)))
            .findFirst()
            .orElseThrow();
    assertThat(home.getString(2)).isEqualTo("Frequent");
    assertThat(home.<Long>getAs("outliers")).isEqualTo(1);
    assertThat(home.<String>getAs("medoid_customer_id")).isNotEqualTo("c90");
    assertThat(segments.stream().mapToLong(row -> row.getLong(4)).sum()).isEqualTo(91);
    assertThat(segments.stream().mapToDouble(row -> row.getDouble(5)).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(segments.stream().map(row -> row.getDecimal(6)).reduce(BigDecimal::add))
        .hasValueSatisfying(total -> assertThat(total).isEqualByComparingTo(others.add(whale)));
    assertThat(segments.stream().mapToDouble(row -> row.getDouble(7)).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(found.history().flows().collectAsList())
        .extracting(row -> row.getString(2), row -> row.getLong(3))
        .containsExactlyInAnyOrderElementsOf(
            segments.stream().map(row -> tuple(row.getString(1), row.getLong(4))).toList());
  }
}
