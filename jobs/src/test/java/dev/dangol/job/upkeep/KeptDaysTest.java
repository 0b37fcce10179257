package dev.dangol.job.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.KeepSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeptDaysTest {
  private static final LocalDate NEWEST = LocalDate.parse("2025-03-05");

  @Test
  void without_a_rule_every_day_stays() {
    assertThat(expired(0, 0, 0, days(400))).isEmpty();
    assertThat(expired(30, 12, 5, List.of())).isEmpty();
  }

  @Test
  void the_last_days_stay_whether_they_were_described_or_not() {
    assertThat(expired(3, 0, 0, days(400))).hasSize(397).doesNotContain(NEWEST.minusDays(2));
    assertThat(expired(3, 0, 0, List.of(NEWEST, NEWEST.minusDays(3), NEWEST.minusDays(2))))
        .containsExactly(NEWEST.minusDays(3));
  }

  /** Counted by hand: 5 March, then the ends of February and January, then of 2024 and 2023. */
  @Test
  void of_months_and_years_the_last_day_described_stays() {
    List<LocalDate> described = days(800);
    List<LocalDate> kept =
        described.stream().filter(day -> !expired(0, 3, 3, described).contains(day)).toList();

    assertThat(kept)
        .containsExactly(
            NEWEST,
            LocalDate.parse("2025-02-28"),
            LocalDate.parse("2025-01-31"),
            LocalDate.parse("2024-12-31"),
            LocalDate.parse("2023-12-31"));
  }

  @Test
  void a_month_without_a_description_keeps_none() {
    LocalDate before = LocalDate.parse("2024-11-20");

    assertThat(expired(0, 2, 0, List.of(NEWEST, before))).containsExactly(before);
    assertThat(expired(0, 5, 0, List.of(NEWEST, before))).isEmpty();
    assertThat(expired(0, 5, 0, List.of(NEWEST, before, before.minusDays(1))))
        .containsExactly(before.minusDays(1));
  }

  private static List<LocalDate> days(int count) {
    return Stream.iterate(NEWEST, day -> day.minusDays(1)).limit(count).toList();
  }

  private static List<LocalDate> expired(
      int days, int months, int years, List<LocalDate> described) {
    KeepSettings keep = new KeepSettings(count(days), count(months), count(years), 7);
    return List.copyOf(new KeptDays(keep).expired(described));
  }

  private static OptionalInt count(int number) {
    return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
