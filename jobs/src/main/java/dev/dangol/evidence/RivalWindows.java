package dev.dangol.evidence;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.probability.WilsonInterval;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.evidence.RivalWindowColumns;
import dev.dangol.table.features.RivalColumns;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;

/** Campaigns of rivals: who bought nevertheless, against the days right before. */
public final class RivalWindows {
  private static final Field ENTRY = Field.text("_entry", "A rival with purchase days.");

  private RivalWindows() {}

  /** Share of a whole. */
  private record ShareOf(long part, long whole) {
    double share() {
      return (double) part / whole;
    }

    /** The distance from the share to an end of Wilson's interval. */
    double below() {
      return share() - WilsonInterval.of(part, whole).low();
    }

    double above() {
      return WilsonInterval.of(part, whole).high() - share();
    }

    OptionalDouble known() {
      return whole > 0 ? OptionalDouble.of(share()) : OptionalDouble.empty();
    }
  }

  /**
   * One row per rival with the counts over all customers.
   *
   * @param features the rows of {@code customer_features}
   */
  public static Dataset<Row> counts(Dataset<Row> features) {
    Dataset<Row> during =
        days(features, RivalColumns.BOUGHT)
            .agg(
                RivalWindowColumns.CUSTOMERS.is(count(lit(1))),
                RivalWindowColumns.RETURNED.is(count_if(value().gt(0))),
                RivalWindowColumns.DAYS.is(sum(value())));
    Dataset<Row> before =
        days(features, RivalColumns.MATCHED)
            .agg(
                RivalWindowColumns.MATCHED.is(count(lit(1))),
                RivalWindowColumns.MATCHED_RETURNED.is(count_if(value().gt(0))),
                RivalWindowColumns.MATCHED_DAYS.is(sum(value())));
    return during.join(before, RivalWindowColumns.RIVAL.name(), "outer");
  }

  private static RelationalGroupedDataset days(Dataset<Row> features, Field days) {
    return features
        .where(days.col().isNotNull())
        .select(explode(map_entries(days.col())).as(ENTRY.name()))
        .groupBy(RivalWindowColumns.RIVAL.is(ENTRY.col().getField("key")));
  }

  private static Column value() {
    return ENTRY.col().getField("value");
  }

  /** The rows of {@code rival_windows}, in the order of the rivals' names. */
  public static List<Row> rows(List<Row> counts, AsOf asOf) {
    return counts.stream()
        .map(RowReader::new)
        .sorted(Comparator.comparing(cells -> cells.text(RivalWindowColumns.RIVAL).orElseThrow()))
        .map(cells -> row(cells, asOf))
        .toList();
  }

  private static Row row(RowReader cells, AsOf asOf) {
    ShareOf during = share(cells, RivalWindowColumns.RETURNED, RivalWindowColumns.CUSTOMERS);
    ShareOf before = share(cells, RivalWindowColumns.MATCHED_RETURNED, RivalWindowColumns.MATCHED);
    boolean both = during.whole() > 0 && before.whole() > 0;
    double difference = during.share() - before.share();
    long days = cells.count(RivalWindowColumns.DAYS);
    ShareOf orders = new ShareOf(days, days + cells.count(RivalWindowColumns.MATCHED_DAYS));
    return RowWriter.of(RivalWindowColumns.TABLE)
        .set(SharedColumns.AS_OF, asOf)
        .set(RivalWindowColumns.RIVAL, cells.text(RivalWindowColumns.RIVAL).orElseThrow())
        .set(RivalWindowColumns.CUSTOMERS, during.whole())
        .set(RivalWindowColumns.RETURNED, during.part())
        .set(RivalWindowColumns.SHARE, during.known())
        .set(RivalWindowColumns.MATCHED, before.whole())
        .set(RivalWindowColumns.MATCHED_RETURNED, before.part())
        .set(RivalWindowColumns.MATCHED_SHARE, before.known())
        .set(RivalWindowColumns.ORDER_SHARE, orders.known())
        .set(RivalWindowColumns.DIFFERENCE, both ? Double.valueOf(difference) : null)
        .set(
            RivalWindowColumns.LOW,
            both ? Double.valueOf(difference - Math.hypot(during.below(), before.above())) : null)
        .set(
            RivalWindowColumns.HIGH,
            both ? Double.valueOf(difference + Math.hypot(during.above(), before.below())) : null)
        .row();
  }

  private static ShareOf share(RowReader cells, Field part, Field whole) {
    return new ShareOf(cells.count(part), cells.count(whole));
  }
}
