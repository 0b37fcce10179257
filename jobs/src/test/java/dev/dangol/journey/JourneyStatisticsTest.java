package dev.dangol.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.JourneyGoal;
import dev.dangol.config.JourneySettings;
import dev.dangol.config.JourneyStage;
import dev.dangol.config.ProductClass;
import dev.dangol.journey.NaiveJourneys.Journey;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.results.JourneyFindingColumns;
import dev.dangol.table.results.JourneyFlowColumns;
import dev.dangol.table.results.JourneySourceColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestDay;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class JourneyStatisticsTest {
  private static final AsOf DAY = TestDay.of("2024-11-13"); // Forty days after the first moment.
  private static final int STAGES = 5;
  private static final NaiveJourneys NAIVE =
      new NaiveJourneys(
          STAGES,
          9 * GivenPerson.DAY,
          GivenPerson.DAY,
          10_000_000L,
          JourneyTimes.micros(DAY.end()));
  private static final List<GivenPerson> PEOPLE = people();
  private static final List<Journey> JOURNEYS =
      PEOPLE.stream().flatMap(person -> NAIVE.follow(person).journeys().stream()).toList();

  private static JourneyStatistics statistics;
  private static List<RowReader> rows;
  private static List<RowReader> again;

  @BeforeAll
  static void follow(SparkSession spark) {
    List<Row> first = new ArrayList<>();
    statistics = measured(spark, new Random(1), PEOPLE, first);
    rows = first.stream().map(RowReader::new).toList();
    List<Row> second = new ArrayList<>();
    measured(
        spark, new Random(2), PEOPLE.stream().map(JourneyStatisticsTest::past).toList(), second);
    again = second.stream().map(RowReader::new).toList();
  }

  @Test
  void transitions_are_those_of_the_definition() {
    List<RowReader> transitions =
        read(new FlowRows(statistics, DAY).transitions(), JourneyFlowColumns.TRANSITIONS.fields());
    assertThat(transitions).hasSize(STAGES - 1);
    for (int stage = 0; stage < STAGES - 1; stage++) {
      RowReader row = transitions.get(stage);
      int from = stage;
      List<Journey> entered = JOURNEYS.stream().filter(one -> enters(one, from)).toList();
      List<Journey> passed = entered.stream().filter(one -> leaves(one, from) != null).toList();
      List<Journey> dropped =
          entered.stream().filter(one -> leaves(one, from) == null && one.asleep()).toList();
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
          new NaiveSurvival(entered.stream().map(one -> stay(one, from)).toList());
      assertThat(boxed(row.number(JourneyFlowColumns.DWELL_P50))).isEqualTo(survival.reaches(0.5));
      assertThat(boxed(row.number(JourneyFlowColumns.DWELL_P90))).isEqualTo(survival.reaches(0.1));
    }
    assertThat(transitions.stream().map(row -> row.count(JourneyFlowColumns.RANK)))
        .containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
  }

  @Test
  void costs_of_the_stages_add_up_to_the_costs_read_in() {
    List<RowReader> costs =
        read(new FlowRows(statistics, DAY).costs(), JourneyFlowColumns.COSTS.fields());
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
    List<RowReader> sources = read(made.sources(), JourneySourceColumns.SOURCES.fields());
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
    List<RowReader> presence = read(made.presence(), JourneySourceColumns.PRESENCE.fields());
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
        read(new FindingRows(statistics, DAY).bands(), JourneyFindingColumns.BANDS.fields());
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

  private static JourneyStatistics measured(
      SparkSession spark, Random chance, List<GivenPerson> people, List<Row> journeys) {
    Map<Source, Dataset<Row>> clean =
        new GivenTables(people)
            .spending(DAY.end().minusSeconds(9 * 86_400), 100_0001L, "mail", null)
            .spending(DAY.end().minusSeconds(9 * 86_400), 50_0000L, null, "discovery")
            .spending(DAY.end().minusSeconds(9 * 86_400), 7_0000L, "billboard", null)
            .shuffled(spark, chance);
    JourneyTraces traces = new JourneyTraces(settings(), Duration.ofSeconds(10), DAY);
    Dataset<Row> followed = traces.of(clean, Optional.empty(), Optional.empty()).localCheckpoint();
    JourneyStatistics found =
        JourneyStatistics.of(
            traces.rules(clean.keySet()), followed, Optional.of(clean.get(Sources.COSTS)), DAY);
    journeys.addAll(found.journeys(followed, DAY).collectAsList());
    return found;
  }

  private static JourneySettings settings() {
    List<String> names =
        List.of("discovery", "problem_recognition", "consideration", "decision", "evaluation");
    List<JourneyStage> stages = new ArrayList<>();
    for (int place = 0; place < STAGES; place++) {
      int own = place;
      List<String> events =
          GivenPerson.STAGES.entrySet().stream()
              .filter(event -> event.getValue() == own)
              .map(Map.Entry::getKey)
              .toList();
      stages.add(new JourneyStage(names.get(place), events, Optional.empty()));
    }
    JourneyGoal goal =
        new JourneyGoal(
            "purchase",
            Optional.empty(),
            List.of(),
            JourneyGoal.GoalKind.REVENUE,
            Optional.empty(),
            Optional.empty());
    return new JourneySettings(
        stages,
        List.of(goal),
        List.of(
            new ProductClass(
                "snacks", List.of("snack"), OptionalDouble.of(0), OptionalDouble.of(3)),
            new ProductClass(
                "sofas", List.of("sofa"), OptionalDouble.empty(), OptionalDouble.empty())),
        new JourneySettings.JourneySpans(9, 24, 72),
        Map.of("help_page", List.of("help")));
  }

  private static List<GivenPerson> people() {
    Random chance = new Random(41);
    return Stream.iterate(0, number -> number + 1)
        .limit(150)
        .map(number -> GivenPerson.drawn(number, chance, 60))
        .toList();
  }

  /** The person without anything after the day. */
  private static GivenPerson past(GivenPerson person) {
    long end = NAIVE.end();
    return new GivenPerson(
        person.id(),
        person.known(),
        person.events().stream().filter(one -> one.at() < end).toList(),
        person.lines().stream().filter(one -> one.at() < end).toList(),
        person.messages().stream().filter(one -> one.sent() < end).toList(),
        person.cases().stream().filter(one -> one.opened() < end).toList(),
        null);
  }

  private static boolean enters(Journey journey, int stage) {
    return stage == STAGES - 2
        ? journey.touches().stream().anyMatch(touch -> touch.stage() == stage)
        : NAIVE.entered(journey)[stage] != null;
  }

  private static Long leaves(Journey journey, int stage) {
    Long[] entered = NAIVE.entered(journey);
    for (int later = stage + 1; later < STAGES - 1; later++) {
      if (entered[later] != null) {
        return entered[later];
      }
    }
    return journey.decision() == null ? null : (Long) journey.decision().at();
  }

  private static NaiveSurvival.Stay stay(Journey journey, int stage) {
    Long left = leaves(journey, stage);
    long until = left == null ? journey.ends(NAIVE.end()) : left;
    return new NaiveSurvival.Stay(until - NAIVE.entered(journey)[stage], left != null);
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

  private static Double boxed(OptionalDouble number) {
    return number.isPresent() ? (Double) number.getAsDouble() : null;
  }

  /** Rows that were made without a session, with their columns. */
  private static List<RowReader> read(List<Row> made, List<Field> fields) {
    return made.stream()
        .map(
            row -> {
              Object[] cells = new Object[row.size()];
              for (int i = 0; i < cells.length; i++) {
                cells[i] = row.get(i);
              }
              return new RowReader(new GenericRowWithSchema(cells, Field.schema(fields)));
            })
        .toList();
  }
}
