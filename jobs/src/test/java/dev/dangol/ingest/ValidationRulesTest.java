package dev.dangol.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.PlainRow;
import dev.dangol.testing.SparkExtension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests validation: each raw row carries its expected reason, in a column that is kept. */
@ExtendWith(SparkExtension.class)
class ValidationRulesTest {
  private static final String USED = "used";

  @Test
  void each_unusable_purchase_has_its_reason(SparkSession spark) {
    Dataset<Row> raw =
        RawLines.sql(
            spark,
            """
            SELECT * FROM VALUES
              ('used',                                        '1001',      '2026-01-02 10:00:00', '12.50', '1', 'krw'),
              ('used',                                        '김하나 🍀', '1900-01-01',          '-3',    NULL, NULL),
              ('used',                                        ' ana ',     '2026-01-07 23:59:59', '0',     '',   ' '),
              ('customer_id is missing',                      NULL,        '2026-01-02',          '1',     '1', 'KRW'),
              ('customer_id is missing',                      '  ',        '2026-01-02',          '1',     '1', 'KRW'),
              ('customer_id is missing',                      'NULL',      '2026-01-02',          '1',     '1', 'KRW'),
              ('customer_id is missing',                      ' n/a ',     '2026-01-02',          '1',     '1', 'KRW'),
              ('customer_id is missing',                      'NaN',       'never',               'x',     '1', 'EUR'),
              ('purchased_at is missing',                     'ana',       NULL,                  '1',     '1', 'KRW'),
              ('purchased_at is missing',                     'ana',       ' ',                   '1',     '1', 'KRW'),
              ('purchased_at cannot be read as timestamp',    'ana',       'next Tuesday',        '1',     '1', 'KRW'),
              ('purchased_at cannot be read as timestamp',    'ana',       '2026-02-30',          '1',     '1', 'KRW'),
              ('purchased_at is before 1900',                 'ana',       '1899-12-31 23:59:59', '1',     '1', 'KRW'),
              ('purchased_at is in the future',               'ana',       '2026-01-08',          '1',     '1', 'KRW'),
              ('net_amount is missing',                       'ana',       '2026-01-02',          '',      '1', 'KRW'),
              ('net_amount cannot be read as decimal(18,4)',  'ana',       '2026-01-02',          'NaN',   '1', 'KRW'),
              ('net_amount cannot be read as decimal(18,4)',  'ana',       '2026-01-02',        'Infinity', '1', 'KRW'),
              ('net_amount cannot be read as decimal(18,4)',  'ana',       '2026-01-02',          '1e308', '1', 'KRW'),
              ('net_amount cannot be read as decimal(18,4)',  'ana',       '2026-01-02',          '12원',  '1', 'KRW'),
              ('quantity cannot be read as double',           'ana',       '2026-01-02',          '1',     'a pair', 'KRW'),
              ('quantity is not a finite number',             'ana',       '2026-01-02',          '1',     'NaN', 'KRW'),
              ('quantity is too large',                       'ana',       '2026-01-02',          '1',     '-1e11', 'KRW'),
              ('quantity is not a finite number',             'ana',       '2026-01-02',          '1',     '-Infinity', 'KRW'),
              ('used',                                        'ana',       '2026-01-02',          '1',     '1', 'EUR')
              AS raw(reason, who, at, paid, pieces, money)
            """);
    Map<String, String> columns =
        Map.of(
            "order_id", "reason",
            "customer_id", "who",
            "purchased_at", "try_to_timestamp(at)",
            "net_amount", "paid",
            "quantity", "pieces",
            "currency", "money");

    assertThatReasonsAre(SharedColumns.ORDER_ID, RawLines.judged(Sources.PURCHASES, raw, columns));
  }

  @Test
  void amounts_that_come_as_doubles_are_refused_where_they_are_no_amounts(SparkSession spark) {
    Dataset<Row> raw =
        RawLines.sql(
            spark,
            """
            SELECT * FROM VALUES
              ('used', 12.5D),
              ('net_amount cannot be read as decimal(18,4)', double('NaN')),
              ('net_amount cannot be read as decimal(18,4)', double('Infinity')),
              ('net_amount cannot be read as decimal(18,4)', 1e308D),
              ('net_amount is missing', NULL)
              AS raw(reason, paid)
            """);
    Map<String, String> columns =
        Map.of(
            "order_id", "reason",
            "customer_id", "'ana'",
            "purchased_at", "timestamp'2026-01-02'",
            "net_amount", "paid");

    assertThatReasonsAre(SharedColumns.ORDER_ID, RawLines.judged(Sources.PURCHASES, raw, columns));
  }

  @Test
  void a_rating_stands_on_the_configured_scale(SparkSession spark) {
    Dataset<Row> raw =
        RawLines.sql(
            spark,
            """
            SELECT * FROM VALUES
              ('used', '1'), ('used', '5.0'),
              ('rating is outside the scale of 1.0 to 5.0', '0'),
              ('rating is outside the scale of 1.0 to 5.0', '5.5'),
              ('rating is not a finite number', 'NaN'),
              ('rating cannot be read as double', '★★★')
              AS raw(reason, stars)
            """);
    Map<String, String> columns =
        Map.of(
            "text", "reason",
            "customer_id", "'ana'",
            "reviewed_at", "'2026-01-02'",
            "rating", "stars");

    assertThatReasonsAre(ReviewSource.TEXT, RawLines.judged(Sources.REVIEWS, raw, columns));
  }

  @Test
  void an_event_belongs_to_somebody_and_a_line_must_be_whole(SparkSession spark) {
    Dataset<Row> raw =
        RawLines.sql(
            spark,
            """
            SELECT * FROM VALUES
              ('used', 'ana', NULL, NULL), ('used', NULL, 'phone-1', NULL),
              ('customer_id is missing, and visitor_id as well', 'none', ' ', NULL),
              ('the line cannot be taken apart', 'ana', NULL, '{"half')
              AS raw(reason, member, device, _corrupt_record)
            """);
    Map<String, String> columns =
        Map.of(
            "session_id", "reason",
            "occurred_at", "'2026-01-02T09:00:00+09:00'",
            "event", "' VIEW '",
            "customer_id", "member",
            "visitor_id", "device");

    Dataset<Row> judged = RawLines.judged(Sources.ENGAGEMENT, raw, columns);

    assertThatReasonsAre(EngagementSource.SESSION_ID, judged);
    assertThat(judged.select(EngagementSource.EVENT.col()).distinct().collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("view");
  }

  @Test
  void dates_outside_reason_and_hours_that_clocks_skip_or_repeat(SparkSession spark) {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("0001-01-01", "before 1900");
    expected.put("1582-10-10 12:00:00", "before 1900");
    expected.put("1970-01-01", "1970-01-01T05:00:00Z");
    expected.put("9999-12-31 23:59:59", "in the future");
    expected.put("99999-01-01", "in the future");
    expected.put("2026-02-29", "cannot be read as timestamp");
    expected.put("2025-03-09 02:30:00", "2025-03-09T07:30:00Z");
    expected.put("2025-11-02 01:30:00", "2025-11-02T05:30:00Z");
    SparkSession newYork = spark.newSession();
    newYork.conf().set("spark.sql.session.timeZone", "America/New_York");
    newYork.conf().set("spark.sql.ansi.enabled", false);
    Dataset<Row> raw =
        newYork.createDataset(List.copyOf(expected.keySet()), Encoders.STRING()).toDF("at");
    Map<String, String> columns =
        Map.of("customer_id", "at", "purchased_at", "at", "net_amount", "1");
    TimeZone before = TimeZone.getDefault();
    try {
      for (String zone : List.of("UTC", "Asia/Seoul", "America/New_York")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        for (Row row : RawLines.judged(Sources.PURCHASES, raw, columns).collectAsList()) {
          PlainRow plain = new PlainRow(row);
          String result =
              plain.empty(IngestColumns.FAULT)
                  ? plain.instant(PurchaseSource.PURCHASED_AT).toString()
                  : plain.text(IngestColumns.FAULT).replaceFirst("^purchased_at (is )?", "");
          assertThat(result).isEqualTo(expected.get(plain.text(SharedColumns.CUSTOMER_ID)));
        }
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private static void assertThatReasonsAre(Field expected, Dataset<Row> judged) {
    List<Row> rows = judged.select(expected.col(), IngestColumns.FAULT.col()).collectAsList();
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.isNullAt(1) ? USED : row.getString(1)).isEqualTo(row.getString(0)));
  }
}
