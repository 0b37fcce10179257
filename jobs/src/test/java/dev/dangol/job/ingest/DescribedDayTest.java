package dev.dangol.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day that is described, of all on which somebody bought. */
class DescribedDayTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-02                                      | 2026-01-02",
        "2026-01-02 2026-01-05                           | 2026-01-05",
        // One mistake, and one after another.
        "2026-01-02 2026-01-05 2062-01-05                | 2026-01-05",
        "2026-01-02 2026-01-05 2062-01-05 9999-12-31     | 2026-01-05",
        // A year and a day further, and one day less: a leap year has 366 days.
        "2026-01-02 2026-01-05 2027-01-06                | 2027-01-06",
        "2026-01-02 2026-01-05 2027-01-07                | 2026-01-05",
        // A gap in the middle of history, and days after a pause that bear one another out.
        "2019-05-01 2026-01-02 2026-01-05                | 2026-01-05",
        "1926-01-02 2024-01-02 2026-01-04 2026-01-05     | 2026-01-05",
        // After a pause of more than a year, the first day alone is not yet believed.
        "2024-01-02 2024-01-03 2026-01-05                | 2024-01-03",
        "2024-01-02 2026-01-05                           | 2024-01-02"
      })
  void the_newest_day_counts_unless_it_stands_alone_after_more_than_a_year(
      String bought, LocalDate described) {
    assertThat(
            DescribedDay.newest(Stream.of(bought.trim().split(" ")).map(LocalDate::parse).toList()))
        .isEqualTo(described);
  }
}
