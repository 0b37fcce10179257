package dev.dangol.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.IngestColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.RateSource;
import dev.dangol.testing.PlainRow;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class RandomExchangeTest {
  private static final CurrencyConversion WON = new CurrencyConversion("KRW");

  @Test
  void every_random_row_is_converted_as_plain_arithmetic_does(SparkSession spark) {
    Random random = new Random(7);
    List<String> codes = List.of("USD", "EUR", "JPY", "KRW", "VND");
    Instant start = Instant.parse("2025-01-01T00:00:00Z");
    TestRows rates = rates(spark);
    List<Given> given = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Given rate =
          new Given(
              codes.get(random.nextInt(3)),
              start.plusMillis(random.nextInt(5000)),
              random.nextInt(1, 2_000_000) / 1000.0);
      given.add(rate);
      rates.row(rate.code(), rate.from().toString(), rate.rate());
    }
    TestRows paid = purchases(spark);
    Map<String, String> expected = new HashMap<>();
    for (int i = 0; i < 300; i++) {
      String code = codes.get(random.nextInt(codes.size()));
      Instant at = start.plusMillis(random.nextInt(5200) - 100);
      BigDecimal net = BigDecimal.valueOf(random.nextLong(-9_000_000, 9_000_000), 4);
      String written = random.nextBoolean() ? code : code.toLowerCase(Locale.ROOT);
      paid.row("row " + i, at.toString(), net.toString(), null, written, null, null, null);
      expected.put("row " + i, oracle(given, code, at, net));
    }

    Map<String, String> found = new HashMap<>();
    for (Row row : WON.convert(CurrencyConversionTest.lines(paid), rates.table()).collectAsList()) {
      PlainRow plain = new PlainRow(row);
      String net = row.<BigDecimal>getAs(PurchaseSource.NET_AMOUNT.name()).toPlainString();
      String result = plain.empty(IngestColumns.FAULT) ? net : plain.text(IngestColumns.FAULT);
      found.put(plain.text(SharedColumns.ORDER_ID), result);
    }

    assertThat(found).isEqualTo(expected);
    assertThat(expected.values()).contains("currency has no rate");
  }

  private static String oracle(List<Given> rates, String code, Instant at, BigDecimal net) {
    if (code.equals("KRW")) {
      return net.toPlainString();
    }
    if (rates.stream().noneMatch(rate -> rate.code().equals(code))) {
      return "currency has no rate";
    }
    Given latest = null;
    for (Given rate : rates) {
      boolean begun = rate.code().equals(code) && !rate.from().isAfter(at);
      if (begun && (latest == null || rate.isAfter(latest))) {
        latest = rate;
      }
    }
    return latest == null
        ? "currency has no rate at that time"
        : net.multiply(new BigDecimal(Double.toString(latest.rate())))
            .setScale(4, RoundingMode.HALF_UP)
            .toPlainString();
  }

  private static TestRows rates(SparkSession spark) {
    return TestRows.of(spark, RateSource.OF_CURRENCY, RateSource.VALID_FROM, RateSource.RATE);
  }

  private static TestRows purchases(SparkSession spark) {
    return TestRows.of(spark, CurrencyConversionTest.FIELDS);
  }

  private record Given(String code, Instant from, double rate) {
    boolean isAfter(Given other) {
      int order = from.compareTo(other.from());
      return order > 0 || (order == 0 && rate > other.rate());
    }
  }
}
