package dev.dangol.features.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.RepeatSettings;
import dev.dangol.features.CleanTables;
import dev.dangol.features.GeneratedShop;
import dev.dangol.features.GivenSettings;
import dev.dangol.features.NaiveShop;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.RepeatColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.PlainRow;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class RepeatCurveTest {
  private static final String ZONE_KEY = "spark.sql.session.timeZone";
  private static final AsOf MARCH = new AsOf(LocalDate.of(2026, 3, 31), ZoneOffset.UTC);

  @AfterEach
  void restore(SparkSession spark) {
    spark.conf().set(ZONE_KEY, "UTC");
  }

  @Test
  void only_those_who_had_the_time_are_asked(SparkSession spark) {
    Dataset<Row> lines =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                PurchaseSource.PURCHASED_AT,
                PurchaseSource.NET_AMOUNT)
            .row("ann on the last day", "2026-03-01", "1")
            .row("ann on the last day", "2026-03-01T12:00:00Z", "1")
            .row("ann on the last day", "2026-03-31T23:59:59.999Z", "1")
            .row("bob a day late", "2026-02-01", "1")
            .row("bob a day late", "2026-03-04", "1")
            .row("bob a day late", "2026-03-05", "1")
            .row("cho had no time", "2026-03-30", "1")
            .row("cho had no time", "2026-03-31", "1")
            .row("dan never again", "2026-03-01", "1")
            .row("dan never again", "2026-03-09", "-1")
            .row("eve only refunds", "2026-01-09", "-1")
            .row("fay tomorrow", "2026-03-01", "1")
            .row("fay tomorrow", "2026-04-01", "1")
            .table();
    Dataset<Row> expected =
        TestRows.of(
                spark,
                SharedColumns.AS_OF,
                RepeatColumns.ORDER_NUMBER,
                RepeatColumns.DAYS,
                RepeatColumns.CUSTOMERS,
                RepeatColumns.SHARE)
            .row("2026-03-31", 2, 1, 5, 0.2)
            .row("2026-03-31", 2, 30, 4, 0.25)
            .row("2026-03-31", 2, 31, 1, 1)
            .row("2026-03-31", 3, 1, 1, 1)
            .row("2026-03-31", 4, 1, 1, 0)
            .table();
    Dataset<Row> days =
        PurchaseDays.of(CleanTables.rows(Sources.PURCHASES, lines), MARCH, OptionalDouble.empty());
    RepeatSettings how = new RepeatSettings(OptionalInt.empty(), 30, 4, List.of(1, 30, 31));
    TableAssert.assertThat(RepeatCurve.of(days, MARCH, how)).isEqualTo(expected);
  }

  @Test
  void a_year_of_a_shop_gives_what_counting_customer_by_customer_gives(SparkSession spark) {
    spark.conf().set(ZONE_KEY, GeneratedShop.ZONE.getId());
    Map<Source, Dataset<Row>> shop = GeneratedShop.open(spark);
    RepeatSettings how = GivenSettings.REPEATS;
    for (LocalDate day : GeneratedShop.DAYS) {
      AsOf asOf = new AsOf(day, GeneratedShop.ZONE);
      Dataset<Row> days =
          PurchaseDays.of(shop.get(Sources.PURCHASES), asOf, OptionalDouble.empty());
      NaiveShop naive = new NaiveShop(shop, day, GeneratedShop.settings());
      Map<String, String> counted = counted(naive.purchaseDays(), day, how);
      assertThat(curve(RepeatCurve.of(days, asOf, how))).isEqualTo(counted);
      assertThat(counted).hasSizeGreaterThan(how.days().size());
    }
  }

  private static Map<String, String> curve(Dataset<Row> table) {
    Map<String, String> curve = new TreeMap<>();
    for (Row collected : table.collectAsList()) {
      PlainRow row = new PlainRow(collected);
      long customers = row.count(RepeatColumns.CUSTOMERS);
      long returned = Math.round(row.number(RepeatColumns.SHARE) * customers);
      assertThat(row.number(RepeatColumns.SHARE)).isEqualTo((double) returned / customers);
      String key = row.count(RepeatColumns.ORDER_NUMBER) + " in " + row.count(RepeatColumns.DAYS);
      assertThat(curve.put(key, returned + " of " + customers)).isNull();
    }
    return curve;
  }

  private static Map<String, String> counted(
      List<List<LocalDate>> customers, LocalDate asOf, RepeatSettings how) {
    Map<String, String> curve = new TreeMap<>();
    for (int number = 2; number <= how.orders(); number++) {
      for (int wait : how.days()) {
        int before = number - 2;
        List<List<LocalDate>> hadTime =
            customers.stream()
                .filter(days -> days.size() > before)
                .filter(days -> !days.get(before).plusDays(wait).isAfter(asOf))
                .toList();
        long returned =
            hadTime.stream()
                .filter(days -> days.size() > before + 1)
                .filter(days -> !days.get(before + 1).isAfter(days.get(before).plusDays(wait)))
                .count();
        if (!hadTime.isEmpty()) {
          curve.put(number + " in " + wait, returned + " of " + hadTime.size());
        }
      }
    }
    return curve;
  }
}
