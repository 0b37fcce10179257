package dev.dangol.features.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.fold.FoldedRows;
import dev.dangol.features.fold.FoldedSource;
import dev.dangol.features.fold.GivenTalk;
import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.features.voice.SupportFeatures;
import dev.dangol.table.Field;
import dev.dangol.table.features.SatisfactionColumns;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.junit.jupiter.api.Test;

/** Cases and answers of single customers on two days of one pass, by hand. */
class ServiceExperienceFoldTest {
  private static final long NOW = FoldedDay.DESCRIBED.known();
  private static final long BOTH = NOW | FoldedDay.EARLIER.known();
  private static final long FAULT = SupportFeatures.FAULT;

  private final FoldedRows rows = new FoldedRows(LocalDate.of(2026, 3, 31));

  @Test
  void each_day_knows_what_had_come_by_then() {
    rows.talk(
        FoldedSource.SUPPORT,
        GivenTalk.on("2026-01-01")
            .with(BOTH, FAULT, FoldedDay.DESCRIBED.missed(), FoldedDay.DESCRIBED.reopened())
            .due("2026-01-02", "2026-02-01"));
    rows.talk(FoldedSource.SUPPORT, GivenTalk.on("2026-03-01").with(NOW, FAULT));
    rows.talk(FoldedSource.SUPPORT, GivenTalk.on("2026-01-01").with(BOTH, FAULT));
    rows.talk(FoldedSource.SURVEYS, GivenTalk.on("2026-01-01").with(BOTH).of(1));
    rows.talk(FoldedSource.SURVEYS, GivenTalk.on("2026-03-01").with(NOW).of(1));
    rows.talk(FoldedSource.SURVEYS, GivenTalk.on("2026-03-01").with(NOW).of(0));
    rows.talk(FoldedSource.SURVEYS, GivenTalk.on("2026-03-01").with(NOW));

    assertThat(of(FoldedDay.DESCRIBED, ExperienceColumns.FAULT_CASES)).isEqualTo(3L);
    assertThat(of(FoldedDay.EARLIER, ExperienceColumns.FAULT_CASES)).isEqualTo(2L);
    assertThat(days(FoldedDay.DESCRIBED, ExperienceColumns.FAULTS_ON))
        .containsExactly(day("2026-01-01"), day("2026-03-01"));
    assertThat(days(FoldedDay.DESCRIBED, ExperienceColumns.MISSED_ON))
        .containsExactly(day("2026-01-02"));
    assertThat(days(FoldedDay.EARLIER, ExperienceColumns.MISSED_ON)).isEmpty();
    assertThat(days(FoldedDay.DESCRIBED, ExperienceColumns.REOPENED_ON))
        .containsExactly(day("2026-02-01"));
    // Two thirds of a trillionth, with sixteen digits.
    assertThat(of(FoldedDay.DESCRIBED, SatisfactionColumns.SURVEY)).isEqualTo(6.667e-13);
    assertThat(of(FoldedDay.EARLIER, SatisfactionColumns.SURVEY)).isEqualTo(1e-12);
  }

  @Test
  void who_said_nothing_has_no_answer() {
    rows.talk(FoldedSource.SURVEYS, GivenTalk.on("2026-03-01").with(NOW).of(7));
    assertThat(of(FoldedDay.EARLIER, SatisfactionColumns.SURVEY)).isNull();
    ServiceExperienceFold fold = new ServiceExperienceFold(FoldedDay.DESCRIBED);
    assertThat(rows.twice(fold))
        .containsEntry(FoldedDay.DESCRIBED.of(SatisfactionColumns.SURVEY), null);
  }

  private Object of(FoldedDay day, Field measure) {
    return rows.of(new ServiceExperienceFold(day)).get(day.of(measure));
  }

  private List<Object> days(FoldedDay day, Field measure) {
    return Arrays.asList(((GenericArrayData) of(day, measure)).array());
  }

  private static int day(String day) {
    return (int) LocalDate.parse(day).toEpochDay();
  }
}
