package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.store.PublishedRows;
import dev.dangol.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The warehouse that the first complete Dangol left is read and continued by this one. */
@ExtendWith(SparkExtension.class)
class WarehouseUpgradeTest {
  private static final Path ROWS = Path.of("jobs/src/test/resources/second-warehouse/rows.csv");

  @TempDir private Path folder;

  @Test
  @Tag("slow")
  void every_row_is_read_and_stays_when_a_day_is_added(SparkSession spark) throws IOException {
    TinyShop shop = FirstWarehouse.openSecond(folder);
    String warehouse = folder.resolve("warehouse").toString();
    SortedMap<String, List<String>> before = new PublishedRows(spark, warehouse).all();
    assertThat(counts(before)).isEqualTo(written());

    CommandOutput run = shop.dangol("run", "--as-of=2025-03-31", "--set", "segments.k=2");
    assertThat(run.code()).as(run.err()).isZero();

    SortedMap<String, List<String>> after = new PublishedRows(spark, warehouse).all();
    for (String daily : List.of("customer_value", "customer_fit", "segments", "not_measured")) {
      assertThat(after.get(daily)).hasSizeGreaterThan(before.get(daily).size());
    }
    assertThat(shop.rows("SELECT DISTINCT as_of FROM customer_features ORDER BY 1"))
        .containsExactly("2025-02-28", "2025-03-31");
    assertThat(
            shop.rows(
                "SELECT count(DISTINCT segment_id) FROM segments WHERE event <> 'born'"
                    + " AND as_of = '2025-03-31'"))
        .doesNotContain("0");
  }

  private static Map<String, Integer> counts(SortedMap<String, List<String>> rows) {
    Map<String, Integer> counts = new TreeMap<>();
    rows.forEach((table, lines) -> counts.put(table, lines.size()));
    return counts;
  }

  /** Rows of each table as they were counted when the warehouse was written. */
  private static Map<String, Integer> written() throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    for (String line : Files.readAllLines(ROWS)) {
      counts.put(line.split(",", -1)[0], Integer.valueOf(line.split(",", -1)[1]));
    }
    return counts;
  }
}
