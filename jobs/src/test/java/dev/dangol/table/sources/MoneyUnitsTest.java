package dev.dangol.table.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.DayColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class MoneyUnitsTest {
  private static final BigDecimal MOST = new BigDecimal("99999999999999.9999");

  @Test
  void units_of_an_amount_are_the_amount_itself_however_small_or_large(SparkSession spark) {
    List<BigDecimal> amounts = new ArrayList<>(List.of(MOST, MOST.negate(), BigDecimal.ZERO));
    for (String near : List.of("0.0001", "0.3", "1e11", "99999999999.9999", "100000000000.0001")) {
      amounts.add(new BigDecimal(near));
      amounts.add(new BigDecimal(near).negate());
    }
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      long unscaled = random.nextLong() >> (5 + random.nextInt(58));
      amounts.add(BigDecimal.valueOf(unscaled % 1_000_000_000_000_000_000L, 4));
    }
    TestRows rows = TestRows.of(spark, PurchaseSource.NET_AMOUNT);
    amounts.forEach(amount -> rows.row(amount.toPlainString()));
    var units = DayColumns.NET.is(MoneyArithmetic.units(PurchaseSource.NET_AMOUNT.col()));
    List<Row> found =
        rows.table()
            .select(PurchaseSource.NET_AMOUNT.col(), units)
            .withColumn("back", MoneyArithmetic.amount(DayColumns.NET.col()))
            .collectAsList();
    assertThat(found).hasSameSizeAs(amounts);
    assertThat(found)
        .allSatisfy(
            row -> {
              assertThat(row.getLong(1))
                  .isEqualTo(row.getDecimal(0).unscaledValue().longValueExact());
              assertThat(row.getDecimal(2)).isEqualByComparingTo(row.getDecimal(0));
            });
  }
}
