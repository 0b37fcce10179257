package dev.dangol.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.EffectSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.EffectColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestDay;
import dev.dangol.testing.TestRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CustomerEffectsTest {
  private static final AsOf DAY = TestDay.of("1972-09-27"); // The thousandth day.
  private static final EffectSettings SETTINGS = new EffectSettings(30, 90, 2, 10, 0.5, 1);

  @Test
  void spark_gives_what_the_customers_one_by_one_give(SparkSession spark) {
    Map<String, List<TimelineEvent>> shop = shop(new Random(3));
    CustomerEffects effects =
        CustomerEffects.of(events(spark, shop, false), SETTINGS, DAY, Map.of());
    Map<String, RowReader> found = found(spark, effects);
    EffectCounts counts =
        new EffectCounts(
            SETTINGS,
            EffectDesigns.of(SETTINGS).stream()
                .map(EffectDesign::effect)
                .collect(Collectors.toSet()),
            (int) DAY.day().toEpochDay());
    shop.forEach(
        (customer, events) -> {
          CustomerTimeline timeline = new CustomerTimeline(customer);
          events.forEach(timeline::add);
          counts.add(timeline);
        });
    Map<String, EffectEstimate> meant = new TreeMap<>();
    counts
        .strata()
        .forEach(
            (key, strata) -> {
              EffectEstimate estimate = new MatchedComparison(SETTINGS).of(strata);
              if (estimate.refusal().isEmpty()) {
                meant.put(key.effect() + " " + key.lagMonths(), estimate);
              }
            });
    assertThat(meant).hasSizeGreaterThan(6);
    assertThat(found.keySet()).isEqualTo(meant.keySet());
    meant.forEach(
        (key, estimate) -> {
          RowReader row = found.get(key);
          assertThat(row.count(EffectColumns.TREATED)).isEqualTo(estimate.treated());
          assertThat(row.count(EffectColumns.COMPARED)).isEqualTo(estimate.compared());
          assertThat(row.number(EffectColumns.DIFFERENCE).getAsDouble())
              .isCloseTo(estimate.difference(), within(1e-6));
          assertThat(row.number(EffectColumns.LOW).getAsDouble())
              .isCloseTo(estimate.low(), within(1e-6));
          assertThat(row.flag(EffectColumns.BEYOND_CHANCE))
              .isEqualTo(row.number(EffectColumns.Q_VALUE).getAsDouble() <= 0.05);
        });
    assertThat(found(spark, CustomerEffects.of(events(spark, shop, true), SETTINGS, DAY, Map.of())))
        .as("the order of the events does not matter")
        .allSatisfy(
            (key, row) ->
                assertThat(row.row().toString()).isEqualTo(found.get(key).row().toString()));
  }

  @Test
  void a_missing_source_and_too_few_customers_are_reasons(SparkSession spark) {
    Map<String, List<TimelineEvent>> one =
        Map.of("ann", List.of(TimelineEvent.of(TimelineKind.PURCHASE, 10, 5)));
    for (Map<String, List<TimelineEvent>> shop :
        List.of(one, Map.<String, List<TimelineEvent>>of())) {
      CustomerEffects effects =
          CustomerEffects.of(
              events(spark, shop, false), SETTINGS, DAY, Map.of("repair_retention", "No source."));
      assertThat(effects.rows(DAY, 0.05)).isEmpty();
      assertThat(effects.reasons())
          .containsEntry("effects.repair_retention", "No source.")
          .hasEntrySatisfying(
              "effects.membership_retention", why -> assertThat(why).contains("min-count"));
      assertThat(effects.reasons().keySet())
          .isEqualTo(
              EffectDesigns.of(SETTINGS).stream()
                  .map(design -> "effects." + design.effect())
                  .collect(Collectors.toSet()));
    }
  }

  private static Map<String, RowReader> found(SparkSession spark, CustomerEffects effects) {
    return spark
        .createDataFrame(effects.rows(DAY, 0.05), EffectColumns.TABLE.schema())
        .collectAsList()
        .stream()
        .map(RowReader::new)
        .collect(
            Collectors.toMap(
                row ->
                    row.text(EffectColumns.EFFECT).orElseThrow()
                        + " "
                        + row.count(EffectColumns.LAG_MONTHS),
                row -> row,
                (one, other) -> one,
                TreeMap::new));
  }

  private static Dataset<Row> events(
      SparkSession spark, Map<String, List<TimelineEvent>> shop, boolean backwards) {
    List<Object[]> rows = new ArrayList<>();
    shop.forEach(
        (customer, events) ->
            events.forEach(
                event ->
                    rows.add(
                        new Object[] {
                          customer,
                          event.kind().name(),
                          event.day(),
                          Double.isNaN(event.amount()) ? null : event.amount(),
                          Double.isNaN(event.span()) ? null : event.span(),
                          event.mark()
                        })));
    if (backwards) {
      java.util.Collections.reverse(rows);
    }
    TestRows table =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            EffectColumns.EVENT_KIND,
            EffectColumns.DAY_NUMBER,
            EffectColumns.AMOUNT,
            EffectColumns.SPAN_DAYS,
            EffectColumns.MARK);
    rows.forEach(table::row);
    return table.table();
  }

  private static Map<String, List<TimelineEvent>> shop(Random random) {
    Map<String, List<TimelineEvent>> shop = new TreeMap<>();
    Set<TimelineKind> kinds = Set.of(TimelineKind.values());
    for (int number = 0; number < 600; number++) {
      TreeMap<String, TimelineEvent> events = new TreeMap<>();
      for (int day = 0; day < 1_000; day += 1 + random.nextInt(80)) {
        add(events, TimelineEvent.of(TimelineKind.PURCHASE, day, 5 + random.nextInt(40)));
        for (TimelineKind kind : kinds.stream().sorted().toList()) {
          int later = Math.min(1_000, day + random.nextInt(40));
          if (kind != TimelineKind.PURCHASE && random.nextDouble() < 0.08) {
            double amount = random.nextBoolean() ? random.nextInt(120) : Double.NaN;
            double span = random.nextBoolean() ? random.nextInt(50) : Double.NaN;
            boolean rated = kind == TimelineKind.REVIEW;
            add(
                events,
                new TimelineEvent(
                    kind, later, rated ? random.nextInt(5) / 4.0 : amount, span, "m"));
          }
        }
      }
      shop.put("c" + number, List.copyOf(events.values()));
    }
    return shop;
  }

  private static void add(Map<String, TimelineEvent> events, TimelineEvent event) {
    events.put("%05d %s".formatted(event.day(), event.kind()), event);
  }
}
