package dev.dangol.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.CommandOutput;
import dev.dangol.TinyShop;
import dev.dangol.job.run.Jobs;
import dev.dangol.problem.BadSetting;
import dev.dangol.testing.SparkExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class BackfillCommandTest {
  @TempDir private Path folder;

  @Test
  void steps_count_from_the_first_day_whatever_the_length_of_months() {
    assertThat(days("2025-01-31", "2025-05-30", "1 month"))
        .containsExactly("2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30");
    assertThat(days("2024-02-28", "2024-03-02", "1 day"))
        .containsExactly("2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02");
    assertThat(days("2025-01-01", "2025-01-31", "2 Weeks"))
        .containsExactly("2025-01-01", "2025-01-15", "2025-01-29");
    assertThat(days("2024-02-29", "2026-12-31", "1year"))
        .containsExactly("2024-02-29", "2025-02-28", "2026-02-28");
    assertThat(days("2025-01-01", "2025-01-01", "1 month")).containsExactly("2025-01-01");
  }

  @Test
  void what_is_no_step_or_no_span_is_refused() {
    for (String step : List.of("", "month", "0 days", "-1 day", "1.5 days", "1 fortnight")) {
      assertThatThrownBy(() -> days("2025-01-01", "2025-02-01", step))
          .isInstanceOf(BadSetting.class)
          .hasMessageContaining("1 day, 2 weeks or 1 month");
    }
    assertThatThrownBy(() -> days("2025-02-01", "2025-01-01", "1 day"))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("is before");
  }

  @Test
  void a_step_may_be_written_with_quotes_and_without() {
    String tooLate = "2025-03-01";
    assertRefused("--to 2025-02-01 is before --from 2025-03-01", tooLate, "2 weeks");
    assertRefused("--to 2025-02-01 is before --from 2025-03-01", tooLate, "2", "weeks");
    assertRefused("--every 1 fortnight is no step", "2025-01-01", "1", "fortnight");
    assertRefused("Unmatched argument", "2025-01-01", "1", "month", "please");
  }

  private static void assertRefused(String sentence, String from, String... step) {
    List<String> words = new ArrayList<>(List.of("backfill", "--to", "2025-02-01"));
    words.addAll(List.of("--from", from, "--every"));
    words.addAll(List.of(step));

    CommandOutput output = CommandOutput.by(words.toArray(String[]::new));

    assertThat(output.code()).isEqualTo(2);
    assertThat(output.err()).startsWith(sentence);
  }

  @Test
  @Tag("slow")
  void each_day_is_what_a_run_for_it_alone_would_have_made() {
    TinyShop shop = TinyShop.open(folder);
    String[] span = {"--from=2025-02-28", "--to=2025-03-31", "--every=31 days"};

    CommandOutput output = shop.dangol("backfill", span);

    assertThat(output.code()).as(output.err()).isZero();
    assertThat(
            shop.rows(
                "SELECT as_of, count(*), sum(orders_lifetime) FROM customer_features"
                    + " GROUP BY as_of ORDER BY as_of"))
        .containsExactly("2025-02-28,9,24", "2025-03-31,9,30");
    assertThat(shop.dangol("backfill", span).err().lines().filter(line -> line.contains("nothing")))
        .hasSize(2 * (1 + Jobs.AFTER_INGEST.size()));
  }

  private static List<String> days(String from, String to, String every) {
    return BackfillCommand.days(LocalDate.parse(from), LocalDate.parse(to), every).stream()
        .map(LocalDate::toString)
        .toList();
  }
}
