package dev.dangol.features.likelihoods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.ComparedExperience;
import dev.dangol.features.GeneratedShop;
import dev.dangol.features.likelihoods.NaiveLikelihoods.NaiveOutcome;
import dev.dangol.probability.ObservationDays;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.LikelihoodColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.testing.SparkExtension;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Outcomes of a generated shop on three days at once, against a plain computation of each. */
@ExtendWith(SparkExtension.class)
class LikelihoodOutcomesTest {
  private static final String ADAPTIVE_KEY = "spark.sql.adaptive.enabled";
  private static final String ZONE_KEY = "spark.sql.session.timeZone";

  private static Map<Source, Dataset<Row>> shop;

  @BeforeAll
  static void open(SparkSession spark) {
    spark.conf().set(ZONE_KEY, GeneratedShop.ZONE.getId());
    spark.conf().set(ADAPTIVE_KEY, false);
    shop = GeneratedShop.open(spark);
  }

  @AfterAll
  static void restore(SparkSession spark) {
    spark.conf().set(ZONE_KEY, "UTC");
    spark.conf().set(ADAPTIVE_KEY, true);
  }

  /** The clock goes back on the first of the days, and forward within its spans. */
  @Test
  void each_outcome_is_what_its_column_says() {
    for (int span : new int[] {60, 115}) {
      AsOf asOf = new AsOf(LocalDate.of(2025, 11, 2), GeneratedShop.ZONE);
      ObservationDays days = ObservationDays.before(asOf, span);
      Dataset<Row> history =
          LikelihoodShop.inputs(shop, asOf, GeneratedShop.settings())
              .history(days, span)
              .localCheckpoint();
      SpanCensus census = SpanCensus.of(history, 3);
      NaiveLikelihoods naive =
          new NaiveLikelihoods(shop, asOf, span, ComparedExperience.strikeDays(shop, asOf));
      for (int place = 0; place < 2; place++) {
        AsOf cut = days.inOrder().get(place);
        Map<String, NaiveOutcome> meant = naive.outcomes(cut.day());
        SpanEvidence evidence = new SpanEvidence(cut, place, census.meanRating(place), span);
        assertThat(found(evidence.of(history))).isEqualTo(meant);
        assertThat(census.people(place)).isEqualTo(meant.size());
        assertThat(meant.values()).extracting(NaiveOutcome::content).contains(true, false);
        assertThat(meant.values()).extracting(NaiveOutcome::more).contains(true, false);
        assertThat(meant.values()).extracting(NaiveOutcome::recommends).contains(true, false);
      }
    }
  }

  private static Map<String, NaiveOutcome> found(Dataset<Row> evidence) {
    Map<String, NaiveOutcome> found = new TreeMap<>();
    for (Row row : evidence.collectAsList()) {
      RowReader cells = new RowReader(row);
      assertThat(cells.numberList(SpanColumns.NUMBERS)).allMatch(Double::isFinite);
      List<Boolean> came = LikelihoodColumns.ALL.stream().map((Field p) -> came(cells, p)).toList();
      found.put(
          cells.text(SharedColumns.CUSTOMER_ID).orElseThrow(),
          new NaiveOutcome(came.get(0), came.get(1), came.get(2)));
    }
    return found;
  }

  private static boolean came(RowReader cells, Field likelihood) {
    return cells.number(likelihood).orElseThrow() == 1;
  }
}
