package dev.dangol.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class AsOfTest {
  @Test
  void a_day_ends_at_midnight_in_its_zone_also_when_the_clock_changes() {
    assertThat(end("America/New_York", "2025-03-09")).isEqualTo("2025-03-10T04:00:00Z");
    assertThat(end("America/New_York", "2025-11-02")).isEqualTo("2025-11-03T05:00:00Z");
    assertThat(end("Asia/Seoul", "2025-11-02")).isEqualTo("2025-11-02T15:00:00Z");
    assertThat(end("America/Sao_Paulo", "2018-11-03"))
        .as("a day that begins at one o'clock follows")
        .isEqualTo("2018-11-04T03:00:00Z");
  }

  @Test
  void a_row_is_known_when_it_had_happened_and_arrived(SparkSession spark) {
    AsOf march = new AsOf(LocalDate.of(2026, 3, 1), ZoneOffset.UTC);
    String last = "2026-03-01T23:59:59.999Z";
    List<Row> known =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                PurchaseSource.PURCHASED_AT,
                SharedColumns.ARRIVED_AT)
            .row("last moment", last, last)
            .row("arrival unknown", last, null)
            .row("arrived later", last, "2026-03-02")
            .row("happened later", "2026-03-02", last)
            .row("never", null, last)
            .table()
            .where(march.isKnown(PurchaseSource.PURCHASED_AT))
            .collectAsList();
    assertThat(known)
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder("last moment", "arrival unknown");
  }

  @Test
  void another_day_ends_in_the_same_zone_and_is_known_on_the_same_terms() {
    AsOf march = new AsOf(LocalDate.of(2026, 3, 1), ZoneId.of("Asia/Seoul"), ArrivalCutoff.OF_NOW);

    assertThat(march.minusDays(1)).isEqualTo(march.on(LocalDate.of(2026, 2, 28)));
    assertThat(march.minusDays(1).end()).isEqualTo("2026-02-28T15:00:00Z");
    assertThat(march.minusDays(1).knowledge()).isEqualTo(ArrivalCutoff.OF_NOW);
    assertThat(march.sqlDate()).isEqualTo("2026-03-01");
  }

  private static Instant end(String zone, String day) {
    return new AsOf(LocalDate.parse(day), ZoneId.of(zone)).end();
  }
}
