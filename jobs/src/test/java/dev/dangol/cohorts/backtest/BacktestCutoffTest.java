package dev.dangol.cohorts.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.ProofSettings;
import dev.dangol.table.ArrivalCutoff;
import dev.dangol.table.AsOf;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BacktestCutoffTest {
  private static final ProofSettings YEAR =
      new ProofSettings(true, 12, 28, List.of(), Set.of(), null);
  private static final AsOf DAY = new AsOf(LocalDate.of(2024, 2, 29), ZoneOffset.UTC);

  @Test
  void it_lies_so_many_months_back_but_leaves_half_of_the_days_before_it() {
    assertThat(BacktestCutoff.before(DAY, 5000, YEAR).orElseThrow().day()).isEqualTo("2023-02-28");
    assertThat(BacktestCutoff.before(DAY, 732, YEAR).orElseThrow().day()).isEqualTo("2023-02-28");
    assertThat(BacktestCutoff.before(DAY, 101, YEAR).orElseThrow().day()).isEqualTo("2024-01-10");
    assertThat(BacktestCutoff.before(DAY, 56, YEAR).orElseThrow().day()).isEqualTo("2024-02-01");
    assertThat(BacktestCutoff.before(DAY, 55, YEAR)).isEmpty();
    assertThat(BacktestCutoff.before(DAY, 0, YEAR)).isEmpty();
  }

  @Test
  void it_is_known_on_the_same_terms() {
    AsOf known = new AsOf(DAY.day(), DAY.zone(), ArrivalCutoff.OF_THE_DAY);
    AsOf cut = BacktestCutoff.before(known, 5000, YEAR).orElseThrow();
    assertThat(cut.knowledge()).isEqualTo(known.knowledge());
    assertThat(cut.zone()).isEqualTo(ZoneOffset.UTC);
  }
}
