package dev.dangol.effects;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.config.EffectSettings;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.EffectColumns;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Fold of events to the arms of all comparisons, in one pass. The events of one customer alone are
 * held at a time, and each part of the rows gives one row per arm and stratum.
 */
final class TimelineFold {
  private TimelineFold() {}

  /** One row per comparison, stratum and arm. */
  static Dataset<Row> of(
      Dataset<Row> events, EffectSettings settings, Set<EffectKey> wanted, int asOfDay) {
    Set<String> effects = Set.copyOf(wanted.stream().map(EffectKey::effect).distinct().toList());
    MapPartitionsFunction<Row, Row> fold =
        rows -> arms(rows, new EffectCounts(settings, effects, asOfDay));
    Column[] sums =
        IntStream.range(0, ArmSums.PARTS)
            .mapToObj(place -> sum(get(EffectColumns.ARM_PARTS.col(), lit(place))))
            .toArray(Column[]::new);
    return events
        .repartition(SharedColumns.CUSTOMER_ID.col())
        .sortWithinPartitions(
            SharedColumns.CUSTOMER_ID.col(),
            EffectColumns.DAY_NUMBER.col(),
            EffectColumns.EVENT_KIND.col(),
            EffectColumns.AMOUNT.col(),
            EffectColumns.SPAN_DAYS.col())
        .mapPartitions(fold, Encoders.row(Field.schema(EffectColumns.ARM)))
        .groupBy(
            EffectColumns.EFFECT.col(),
            EffectColumns.LAG_MONTHS.col(),
            EffectColumns.STRATUM.col(),
            EffectColumns.IS_TREATED.col())
        .agg(
            EffectColumns.ARM_CUSTOMERS.is(sum(EffectColumns.ARM_CUSTOMERS.col())),
            EffectColumns.ARM_PARTS.is(array(sums)));
  }

  private static Iterator<Row> arms(Iterator<Row> rows, EffectCounts counts) {
    Optional<CustomerTimeline> current = Optional.empty();
    while (rows.hasNext()) {
      RowReader cells = new RowReader(rows.next());
      String customer = cells.text(SharedColumns.CUSTOMER_ID).orElse("");
      if (current.filter(one -> one.customer().equals(customer)).isEmpty()) {
        current.ifPresent(counts::add);
        current = Optional.of(new CustomerTimeline(customer));
      }
      current.get().add(event(cells));
    }
    current.ifPresent(counts::add);
    List<Row> arms = new ArrayList<>();
    new TreeMap<>(counts.strata())
        .forEach((key, strata) -> strata.eachArm((arm, sums) -> arms.add(row(key, arm, sums))));
    return arms.iterator();
  }

  private static TimelineEvent event(RowReader cells) {
    return new TimelineEvent(
        TimelineKind.valueOf(cells.text(EffectColumns.EVENT_KIND).orElseThrow()),
        (int) cells.count(EffectColumns.DAY_NUMBER),
        cells.number(EffectColumns.AMOUNT).orElse(Double.NaN),
        cells.number(EffectColumns.SPAN_DAYS).orElse(Double.NaN),
        cells.text(EffectColumns.MARK).orElse(""));
  }

  private static Row row(EffectKey key, MatchedStrata.ArmKey arm, ArmSums sums) {
    return RowWriter.of("arm", EffectColumns.ARM)
        .set(EffectColumns.EFFECT, key.effect())
        .set(EffectColumns.LAG_MONTHS, (long) key.lagMonths())
        .set(EffectColumns.STRATUM, arm.stratum().toArray(String[]::new))
        .set(EffectColumns.IS_TREATED, arm.isTreated())
        .set(EffectColumns.ARM_CUSTOMERS, sums.customers())
        .set(EffectColumns.ARM_PARTS, sums.parts())
        .row();
  }
}
