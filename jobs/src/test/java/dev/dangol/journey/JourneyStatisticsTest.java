package dev.dangol.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.journey.NaiveJourneys.Journey;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.results.JourneyFindingColumns;
import dev.dangol.table.results.JourneyFlowColumns;
import dev.dangol.table.results.JourneySourceColumns;
import dev.dangol.testing.SparkExtension;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class JourneyStatisticsTest {
  private static final AsOf DAY = MeasuredJourneys.DAY;
  private static final int STAGES = 5;
  private static final NaiveJourneys NAIVE =
      new NaiveJourneys(
          STAGES,
          9 * GivenPerson.DAY,
          GivenPerson.DAY,
          10_000_000L,
          JourneyTimes.micros(DAY.end()));
  private static final NaivePassages PASSAGES = new NaivePassages(NAIVE);
  private static final List<GivenPerson> PEOPLE = MeasuredJourneys.people();
  private static final List<Journey> JOURNEYS =
      PEOPLE.stream().flatMap(person -> NAIVE.follow(person).journeys().stream()).toList();

  private static JourneyStatistics statistics;
  private static List<RowReader> rows;
  private static List<RowReader> again;

  @BeforeAll
  static void follow(SparkSession spark) {
    List<Row> first = new ArrayList<>();
    statistics = MeasuredJourneys.measured(spark, new Random(1), PEOPLE, first);
    rows = first.stream().map(RowReader::new).toList();
    List<Row> second = new ArrayList<>();
    MeasuredJourneys.measured(
        spark,
        new Random(2),
        PEOPLE.stream().map(person -> person.before(NAIVE.end())).toList(),
        second);
    again = second.stream().map(RowReader::new).toList();
  }

  @Test
  void transitions_are_those_of_the_definition() {
    List<RowReader> transitions =
        MeasuredJourneys.read(
            new FlowRows(statistics, DAY).transitions(), JourneyFlowColumns.TRANSITIONS.fields());
    assertThat(transitions).hasSize(STAGES - 1);
    for (int stage = 0; stage < STAGES - 1; stage++) {
      RowReader row = transitions.get(stage);
      int from = stage;
      List<Journey> entered = JOURNEYS.stream().filter(one -> PASSAGES.enters(one, from)).toList();
      List<Journey> passed =
          entered.stream().filter(one -> PASSAGES.leaves(one, from) != null).toList();
      List<Journey> dropped =
          entered.stream()
              .filter(one -> PASSAGES.leaves(one, from) == null && one.asleep())
              .toList();
      List<Journey> decided = entered.stream().filter(one -> one.decision() != null).toList();
      assertThat(row.count(JourneyFlowColumns.ENTERED)).isEqualTo(entered.size()).isPositive();
      assertThat(row.count(JourneyFlowColumns.PASSED)).isEqualTo(passed.size());
      assertThat(row.count(JourneyFlowColumns.DROPPED)).isEqualTo(dropped.size());
      assertThat(row.count(JourneyFlowColumns.WAITING))
          .isEqualTo(entered.size() - passed.size() - dropped.size());
      double mean =
          decided.stream().mapToLong(one -> one.decision().net()).average().orElse(Double.NaN);
      assertThat(row.total(JourneyFlowColumns.VALUE_LOST).doubleValue())
          .isCloseTo(dropped.size() * mean / 10_000, within(0.001));
      NaiveSurvival survival =
          new NaiveSurvival(entered.stream().map(one -> PASSAGES.stay(one, from)).toList());
      assertThat(MeasuredJourneys.boxed(row.number(JourneyFlowColumns.DWELL_P50)))
          .isEqualTo(survival.reaches(0.5));
      assertThat(MeasuredJourneys.boxed(row.number(JourneyFlowColumns.DWELL_P90)))
          .isEqualTo(survival.reaches(0.1));
    }
    assertThat(transitions.stream().map(row -> row.count(JourneyFlowColumns.RANK)))
        .containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
  }

  @Test
  void costs_of_the_stages_add_up_to_the_costs_read_in() {
    List<RowReader> costs =
        MeasuredJourneys.read(
            new FlowRows(statistics, DAY).costs(), JourneyFlowColumns.COSTS.fields());
    long end = NAIVE.end();
    long own =
        PEOPLE.stream()
            .mapToLong(
                person ->
                    person.events().stream()
                            .filter(one -> one.at() < end)
                            .mapToLong(one -> one.cost())
                            .sum()
                        + person.messages().stream()
                            .filter(one -> one.sent() < end)
                            .mapToLong(one -> one.cost())
                            .sum()
                        + person.cases().stream()
                            .filter(one -> one.opened() < end)
                            .mapToLong(one -> one.cost())
                            .sum())
            .sum();
    BigDecimal all =
        costs.stream()
            .map(row -> row.total(JourneyColumns.COST))
            .reduce(BigDecimal::add)
            .orElseThrow();
    assertThat(all)
        .isEqualByComparingTo(BigDecimal.valueOf(own + 100_0001L + 50_0000L + 7_0000L, 4));
    BigDecimal ofJourneys =
        rows.stream()
            .map(row -> row.total(JourneyColumns.COST))
            .reduce(BigDecimal::add)
            .orElseThrow();
    BigDecimal ofStages =
        costs.stream()
            .filter(row -> row.text(JourneyFlowColumns.STAGE).isPresent())
            .map(row -> row.total(JourneyColumns.COST))
            .reduce(BigDecimal::add)
            .orElseThrow();
    assertThat(ofJourneys.doubleValue()).isCloseTo(ofStages.doubleValue(), within(0.1));
    assertThat(
            costs.stream()
                .mapToDouble(row -> row.total(JourneyFlowColumns.WASTED_AMOUNT).doubleValue())
                .sum())
        .isCloseTo(
            rows.stream()
                .filter(row -> row.instant(JourneyColumns.DECIDED_AT).isEmpty())
                .filter(row -> !row.flag(JourneyColumns.OPEN))
                .mapToDouble(row -> row.total(JourneyColumns.COST).doubleValue())
                .sum(),
            within(0.1));
  }

  @Test
  void neither_order_nor_the_future_changes_a_journey() {
    assertThat(rows).hasSameSizeAs(JOURNEYS).isNotEmpty();
    assertThat(again.stream().map(row -> row.row().toString()).sorted())
        .containsExactlyElementsOf(
            rows.stream().map(row -> row.row().toString()).sorted().toList());
    assertThat(rows.stream().filter(row -> row.text(JourneyColumns.CUSTOMER_ID).isEmpty()))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.text(JourneyColumns.VISITOR_ID)).isPresent());
    assertThat(rows.stream().mapToLong(row -> row.count(JourneyColumns.BACK_STEPS)).sum())
        .isEqualTo(JOURNEYS.stream().mapToLong(NaiveJourneys::backSteps).sum());
  }

  @Test
  void sources_and_presence_count_what_the_definition_counts() {
    SourceRows made = new SourceRows(statistics, DAY);
    List<RowReader> sources =
        MeasuredJourneys.read(made.sources(), JourneySourceColumns.SOURCES.fields());
    for (String channel : new String[] {"app", "mail", "sms", "검색", null}) {
      RowReader entry = source(sources, "entry_source", channel);
      List<Journey> own =
          JOURNEYS.stream()
              .filter(
                  one ->
                      Objects.equals(
                          channel, one.touches().isEmpty() ? null : one.touches().get(0).channel()))
              .toList();
      assertThat(entry.count(JourneySourceColumns.JOURNEYS)).isEqualTo(own.size());
      assertThat(entry.total(JourneySourceColumns.NET_SALES))
          .isEqualByComparingTo(
              BigDecimal.valueOf(
                  own.stream()
                      .filter(one -> one.decision() != null)
                      .mapToLong(one -> one.decision().net())
                      .sum(),
                  4));
      RowReader there = source(sources, "channel", channel);
      assertThat(there.count(JourneySourceColumns.JOURNEYS))
          .isEqualTo(
              JOURNEYS.stream()
                  .filter(
                      one ->
                          (one.touches().isEmpty() && channel == null)
                              || one.touches().stream()
                                  .anyMatch(touch -> Objects.equals(channel, touch.channel())))
                  .count());
    }
    List<RowReader> presence =
        MeasuredJourneys.read(made.presence(), JourneySourceColumns.PRESENCE.fields());
    assertThat(
            presence.stream()
                .mapToDouble(row -> row.number(JourneySourceColumns.TOUCH_SHARE).orElseThrow())
                .sum())
        .isCloseTo(1, within(1e-9));
    assertThat(presence.stream().mapToLong(row -> row.count(JourneyColumns.TOUCHES)).sum())
        .isEqualTo(JOURNEYS.stream().mapToLong(one -> one.touches().size()).sum());
  }

  @Test
  void bands_have_the_median_and_the_share_within() {
    List<RowReader> bands =
        MeasuredJourneys.read(
            new FindingRows(statistics, DAY).bands(), JourneyFindingColumns.BANDS.fields());
    for (RowReader band : bands) {
      String category = band.text(JourneyFindingColumns.PRODUCT_CLASS).orElseThrow();
      double[] days =
          JOURNEYS.stream()
              .filter(one -> one.decision() != null && !one.touches().isEmpty())
              .filter(one -> category.equals(one.decision().category() + "s"))
              .mapToDouble(one -> (one.decision().at() - one.begin()) / (double) GivenPerson.DAY)
              .sorted()
              .toArray();
      int n = days.length;
      assertThat(band.count(JourneyFindingColumns.DECIDED)).isEqualTo(n);
      assertThat(band.number(JourneyFindingColumns.MEDIAN_DAYS).orElseThrow())
          .isCloseTo((days[(n - 1) / 2] + days[n / 2]) / 2, within(1e-9));
      OptionalDouble share = band.number(JourneyFindingColumns.WITHIN_SHARE);
      if (category.equals("snacks")) {
        assertThat(share.orElseThrow())
            .isEqualTo(java.util.Arrays.stream(days).filter(one -> one <= 3).count() / (double) n);
      } else {
        assertThat(share).isEmpty();
      }
    }
    assertThat(bands).hasSize(2);
  }

  private static RowReader source(List<RowReader> sources, String kind, String value) {
    Predicate<RowReader> own =
        row -> kind.equals(row.text(JourneySourceColumns.KIND).orElseThrow());
    return sources.stream()
        .filter(own)
        .filter(row -> Objects.equals(value, row.text(JourneySourceColumns.VALUE).orElse(null)))
        .findFirst()
        .orElseThrow();
  }
}
