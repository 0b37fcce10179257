package dev.dangol.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dangol.testing.SparkExtension;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Segments of very few customers, and of customers who cannot be compared. */
@ExtendWith(SparkExtension.class)
class SegmentationEdgeTest {
  @Test
  void identical_customers_are_one_segment(SparkSession spark) {
    SegmentShop shop = SegmentShop.of(0);
    for (int i = 0; i < 25; i++) {
      shop.row(1L, 5L, new BigDecimal("10.0000"), 0.5, 4.0, 50.0, null);
    }

    CustomerSegmentation found =
        CustomerSegmentation.of(shop.table(spark), SegmentShop.settings(3, 10), SegmentShop.AS_OF);

    assertThat(rows(found.segments()))
        .extracting(row -> row.getString(2), row -> row.getLong(4), row -> row.getDouble(5))
        .containsExactly(tuple("Typical", 25L, 1.0));
    assertThat(rows(found.search()))
        .extracting(Row::toString)
        .containsExactly("[2026-06-30,1,null,null,1.0,true]");
    assertThat(found.leftOut()).containsOnlyKeys(SegmentShop.FEATURES);
  }

  @Test
  void one_customer_is_one_segment(SparkSession spark) {
    CustomerSegmentation found =
        CustomerSegmentation.of(
            SegmentShop.of(1).table(spark), SegmentShop.settings(3, 10), SegmentShop.AS_OF);

    assertThat(rows(found.customers()))
        .extracting(Row::toString)
        .containsExactly("[2026-06-30,c0,s1-2026-06-30,Typical,0.0,false]");
    assertThat(everything(found)).doesNotContain("NaN");
  }

  @Test
  void without_customers_there_are_no_segments(SparkSession spark) {
    CustomerSegmentation found =
        CustomerSegmentation.of(
            SegmentShop.of(0).table(spark), SegmentShop.settings(3, 10), SegmentShop.AS_OF);

    assertThat(found.segments().collectAsList()).isEmpty();
    assertThat(found.customers().collectAsList()).isEmpty();
    assertThat(found.search().collectAsList()).isEmpty();
    assertThat(found.leftOut()).containsOnlyKeys(SegmentShop.FEATURES);
  }

  private static String everything(CustomerSegmentation found) {
    return List.of(rows(found.segments()), rows(found.customers()), rows(found.search()))
        .toString();
  }

  private static List<Row> rows(Dataset<Row> table) {
    return table.collectAsList().stream()
        .sorted((one, other) -> one.get(1).toString().compareTo(other.get(1).toString()))
        .toList();
  }
}
