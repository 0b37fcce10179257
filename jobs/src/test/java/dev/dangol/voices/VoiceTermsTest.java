package dev.dangol.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.VoiceSettings;
import dev.dangol.probability.FalseDiscovery;
import dev.dangol.probability.ShareLift;
import dev.dangol.table.RowReader;
import dev.dangol.table.results.VoiceColumns;
import dev.dangol.testing.TestDay;
import dev.dangol.voices.VoiceTerms.JudgedTerm;
import dev.dangol.voices.VoiceTerms.TermCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class VoiceTermsTest {
  private static final VoiceSettings SETTINGS = new VoiceSettings(Map.of(), 30, 2);

  @Test
  void terms_of_either_side_come_surest_first_without_names_and_rare_ones() {
    VoiceTerms terms =
        VoiceTerms.of(
            List.of(
                count("#all", 200, 300),
                count("late", 80, 10),
                count("broken", 60, 0),
                count("slow", 50, 12),
                count("kind", 2, 90),
                count("민지", 70, 1),
                count("box", 40, 60),
                count("rare", 20, 0))
                .stream());
    List<Row> rows = terms.rows(TestDay.of("2026-01-01"), Set.of("민지"), 0.05, SETTINGS);
    assertThat(rows)
        .extracting(row -> new RowReader(withSchema(row)).text(VoiceColumns.TERM).orElse(""))
        .containsExactly("late", "broken", "kind");
    RowReader late = new RowReader(withSchema(rows.get(0)));
    assertThat(late.number(VoiceColumns.LOW)).hasValue(0.4);
    assertThat(late.number(VoiceColumns.HIGH).getAsDouble()).isCloseTo(10 / 300.0, within(1e-12));
    assertThat(late.number(VoiceColumns.TERM_LIFT).getAsDouble()).isCloseTo(12, within(1e-9));
    assertThat(late.count(VoiceColumns.TERM_CUSTOMERS)).isEqualTo(80);
  }

  @Test
  void without_texts_on_one_side_there_is_nothing_to_tell() {
    assertThat(VoiceTerms.judged(List.of(count("#all", 0, 9), count("a", 0, 9)))).isEmpty();
  }

  @Test
  void words_that_do_not_matter_are_hardly_ever_told() {
    int told = 0;
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<TermCount> counts = new ArrayList<>(List.of(count("#all", 400, 900)));
      for (int word = 0; word < 60; word++) {
        double share = 0.05 + 0.3 * random.nextDouble();
        counts.add(count("w" + word, drawn(random, 400, share), drawn(random, 900, share)));
      }
      told += VoiceTerms.judged(counts).stream().anyMatch(term -> term.q() <= 0.05) ? 1 : 0;
    }
    assertThat(told).isLessThanOrEqualTo(1);
  }

  @Test
  void q_values_are_those_of_the_procedure_of_benjamini_and_hochberg() {
    double[] p = {0.01, 0.04, 0.03, 0.005, 0.9, 0.04};
    assertThat(FalseDiscovery.qValues(p))
        .containsExactly(new double[] {0.03, 0.048, 0.048, 0.03, 0.9, 0.048}, within(1e-12));
    JudgedTerm one = VoiceTerms.judged(List.of(count("#all", 5, 5), count("a", 3, 1))).get(0);
    assertThat(one.q()).isEqualTo(FalseDiscovery.pValue(new ShareLift(3, 5, 4, 10)));
  }

  @Test
  void the_interval_of_a_lift_is_that_of_katz_for_the_ratio() {
    ShareLift lift = new ShareLift(30, 100, 80, 400);
    double ratio = 0.3 / (50 / 300.0);
    double width = 1.959963984540054 * Math.sqrt(1 / 30.0 - 1 / 100.0 + 1 / 50.0 - 1 / 300.0);
    double low = ratio * Math.exp(-width);
    assertThat(lift.lift()).isCloseTo(1.5, within(1e-12));
    assertThat(lift.low()).isCloseTo(low / (0.25 * low + 0.75), within(1e-12));
    assertThat(new ShareLift(0, 10, 5, 100).low()).isZero();
    assertThat(new ShareLift(5, 10, 5, 100).high()).isEqualTo(10);
    assertThat(new ShareLift(10, 10, 10, 10).low()).isEqualTo(1);
  }

  private static long drawn(Random random, int of, double share) {
    return random.ints(of, 0, 1_000_000).filter(draw -> draw < share * 1_000_000).count();
  }

  private static TermCount count(String mark, long low, long high) {
    return new TermCount("reviews", mark, low, high);
  }

  private static Row withSchema(Row row) {
    return new org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema(
        java.util.stream.IntStream.range(0, row.size()).mapToObj(row::get).toArray(),
        VoiceColumns.TERMS.schema());
  }
}
