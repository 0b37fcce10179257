package dev.dangol.segments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.testing.SparkExtension;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class MedoidTest {
  @Test
  void the_typical_member_is_the_one_nearest_to_the_centre_and_of_several_the_first_id(
      SparkSession spark) {
    SegmentShop shop = SegmentShop.of(0);
    for (int i = 0; i < 30; i++) {
      shop.row(i % 2 == 0 ? 1L : 9L, 5L, new BigDecimal("10.0000"), 0.5, null, null, null);
    }
    CustomerSegmentation found =
        CustomerSegmentation.of(
            shop.table(spark), SegmentShop.settings(List.of("frequency")), SegmentShop.AS_OF);

    assertThat(found.segments().collectAsList())
        .extracting(row -> row.getString(16))
        .containsExactlyInAnyOrder("c0", "c1");
    CustomerSegmentation usual =
        CustomerSegmentation.of(
            SegmentShop.of(90).table(spark), SegmentShop.settings(2, 4), SegmentShop.AS_OF);
    for (Row segment : usual.segments().collectAsList()) {
      assertThat(segment.getString(16))
          .isEqualTo(
              usual.customers().collectAsList().stream()
                  .filter(row -> segment.getString(1).equals(row.getString(2)))
                  .min(
                      Comparator.comparingDouble((Row row) -> row.getDouble(4))
                          .thenComparing(row -> row.getString(1)))
                  .orElseThrow()
                  .getString(1));
    }
  }
}
