package dev.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.testing.SparkExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The job segments over two months of a small business: a segment keeps its id in the tables. */
@ExtendWith(SparkExtension.class)
class SegmentsJobTest {
  @Test
  @Tag("slow")
  void a_month_later_segments_have_their_ids_and_flows_say_who_moved(
      SparkSession running, @TempDir Path folder) {
    assertThat(running.sparkContext().isStopped()).isFalse();
    TinyShop shop = TinyShop.selling(folder, purchases());
    for (String day : List.of("2025-05-31", "2025-06-30")) {
      for (String job : List.of("ingest", "features", "segments")) {
        shop.succeeds(job, "--as-of=" + day, "--set", "segments.k=2");
      }
    }

    assertThat(
            shop.rows(
                "SELECT segment_id, event, size, medoid_customer_id IS NOT NULL FROM segments"
                    + " WHERE as_of = '2025-06-30' ORDER BY segment_id"))
        .containsExactly("s1-2025-05-31,matched,20,true", "s2-2025-05-31,matched,31,true");
    assertThat(
            shop.rows(
                "SELECT `from`, `to`, customers FROM segment_flows WHERE as_of = '2025-06-30'"
                    + " ORDER BY `from`, `to`"))
        .containsExactly(
            "new,s2-2025-05-31,1",
            "s1-2025-05-31,s1-2025-05-31,20",
            "s2-2025-05-31,s2-2025-05-31,30");
    assertThat(shop.rows("SELECT as_of, fitted_on FROM segment_models ORDER BY as_of"))
        .containsExactly("2025-05-31,2025-05-31", "2025-06-30,2025-06-30");
    assertThat(
            shop.rows(
                "SELECT count(*) > 1, max(population_stability_index) ="
                    + " (SELECT value FROM quality_checks WHERE check = 'segments.drift')"
                    + " FROM segment_drift"))
        .containsExactly("true,true");
  }

  /** Twenty who buy every ten days and thirty who bought little and once; one comes in June. */
  private static List<String> purchases() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      for (int month = 1; month <= 6; month++) {
        for (int day = 1 + i % 5; day <= 25; day += 10) {
          add(lines, "often" + i, "2025-%02d-%02d".formatted(month, day), 100 + i);
        }
      }
    }
    for (int i = 0; i < 30; i++) {
      add(lines, "once" + i, "2025-02-%02d".formatted(1 + i % 28), 10 + i % 7);
    }
    add(lines, "once30", "2025-06-02", 12);
    return lines;
  }

  private static void add(List<String> lines, String who, String day, int paid) {
    lines.add("%s,%s 10:00:00,%d,o%d,1,".formatted(who, day, paid, lines.size()));
  }
}
