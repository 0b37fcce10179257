package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.testing.SparkExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * One job run again alone, in a warehouse where every job had run: it takes nothing from others.
 */
@ExtendWith(SparkExtension.class)
class ForcedJobsTest {
  private static final String DAY = "2025-06-30";
  private static final String[] SETTINGS = {"--as-of=" + DAY, "--set", "segments.k=2"};
  private static final String[] FORCED = {"--force", "--as-of=" + DAY, "--set", "segments.k=2"};

  @TempDir private static Path folder;
  private static TinyShop shop;

  @BeforeAll
  static void run(SparkSession running) {
    assertThat(running.sparkContext().isStopped()).isFalse();
    shop = TinyShop.selling(folder, purchases());
    for (String job : List.of("ingest", "features", "segments")) {
      shop.succeeds(job, "--as-of=2025-05-31", "--set", "segments.k=2");
    }
    shop.succeeds("run", SETTINGS);
  }

  @Test
  void features_alone_leave_the_reasons_that_later_jobs_gave() {
    List<String> reasons = reasons();
    assertThat(reasons)
        .anyMatch(row -> row.startsWith("customer_features."))
        .anyMatch(row -> row.startsWith("customer_value"))
        .anyMatch(row -> row.startsWith("segments."))
        .anyMatch(row -> row.startsWith("backtest"));

    shop.succeeds("features", FORCED);
    assertThat(reasons()).isEqualTo(reasons);
    shop.succeeds("run", SETTINGS);
    assertThat(reasons()).isEqualTo(reasons);
  }

  @Test
  void ingest_alone_leaves_the_check_that_segments_made() {
    List<String> checks = checks();
    assertThat(checks)
        .anyMatch(row -> row.startsWith("purchases.rows,"))
        .anyMatch(row -> row.startsWith("segments.drift,"));

    shop.succeeds("ingest", FORCED);
    assertThat(checks()).isEqualTo(checks);
  }

  @Test
  void what_has_no_bound_is_measured_and_neither_passed_nor_failed() {
    assertThat(shop.rows("SELECT count(*) > 20, count(passed) = count(bound) FROM quality_checks"))
        .containsExactly("true,true");
  }

  private static List<String> reasons() {
    return shop.rows(
        "SELECT measure, reason FROM not_measured WHERE as_of = '" + DAY + "' ORDER BY ALL");
  }

  private static List<String> checks() {
    return shop.rows(
        "SELECT check, value, bound, passed FROM quality_checks WHERE as_of = '"
            + DAY
            + "' ORDER BY ALL");
  }

  /** Eight who buy every ten days, and twelve who bought once. */
  private static List<String> purchases() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      for (int day = 1 + i % 5; day <= 25; day += 10) {
        lines.add(
            "often%d,2025-%02d-%02d,%d,o%d-%d,1,".formatted(i % 8, 1 + i / 8, day, i, i, day));
      }
    }
    for (int i = 0; i < 12; i++) {
      lines.add("once%d,2025-02-%02d,%d,p%d,1,".formatted(i, 1 + i, 10 + i % 7, i));
    }
    return lines;
  }
}
