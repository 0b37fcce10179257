package dev.dangol.ingest.quality;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CheckColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReferralSource;
import dev.dangol.table.sources.Source;
import java.sql.Date;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;

/**
 * Data profile of a source, made of aggregates taken while its rows are written. It holds the
 * number of rows, the day of the newest, the approximate number of customers, the sum and mean of
 * the amounts, and the share of rows without a value in each column that is mapped and may be
 * empty.
 *
 * @param source the source that is measured
 * @param mapped the canonical columns that the configuration fills
 */
public record SourceProfile(Source source, Set<String> mapped) {
  public SourceProfile {
    mapped = Set.copyOf(mapped);
  }

  /** The aggregates over accepted rows. */
  public List<Column> measures() {
    List<Column> measures = new ArrayList<>();
    measures.add(CheckColumns.ROWS.is(count(lit(1))));
    source.time().ifPresent(time -> measures.add(CheckColumns.NEWEST.is(max(to_date(time.col())))));
    customer()
        .ifPresent(id -> measures.add(CheckColumns.CUSTOMERS.is(approx_count_distinct(id.col()))));
    amount()
        .ifPresent(
            amount -> {
              measures.add(CheckColumns.AMOUNT_SUM.is(sum(amount.col())));
              measures.add(CheckColumns.AMOUNT_MEAN.is(avg(amount.col())));
            });
    if (source.made().contains(PurchaseSource.REFUND_STATUS)) {
      Column unmatched = PurchaseSource.REFUND_STATUS.col().equalTo(PurchaseSource.UNMATCHED);
      measures.add(CheckColumns.UNMATCHED_REFUNDS.is(count_if(unmatched)));
    }
    for (Field field : optional()) {
      measures.add(CheckColumns.empty(field).is(count_if(field.col().isNull())));
    }
    return measures;
  }

  /**
   * The measured values by the name of their check: the source, the measure, and for a share the
   * column. Without a row there is neither a mean nor a share nor an age.
   *
   * @param found the aggregates by name
   */
  public Map<String, Double> values(Map<String, Object> found, AsOf asOf) {
    Map<String, Double> values = new LinkedHashMap<>();
    double rows = number(found, CheckColumns.ROWS).orElse(0.0);
    values.put(name(CheckColumns.ROWS), rows);
    customer()
        .ifPresent(
            id ->
                values.put(
                    name(CheckColumns.CUSTOMERS),
                    number(found, CheckColumns.CUSTOMERS).orElse(0.0)));
    for (Field field :
        List.of(
            CheckColumns.AMOUNT_SUM, CheckColumns.AMOUNT_MEAN, CheckColumns.UNMATCHED_REFUNDS)) {
      number(found, field).ifPresent(value -> values.put(name(field), value));
    }
    if (found.get(CheckColumns.NEWEST.name()) instanceof Date newest) {
      long age = ChronoUnit.DAYS.between(newest.toLocalDate(), asOf.day());
      values.put(name(CheckColumns.AGE_DAYS), (double) age);
    }
    for (Field field : optional()) {
      number(found, CheckColumns.empty(field))
          .filter(empty -> rows > 0)
          .ifPresent(empty -> values.put(name(CheckColumns.nullShare(field)), empty / rows));
    }
    return values;
  }

  private String name(Field measure) {
    return source.name() + "." + measure.name();
  }

  private static Optional<Double> number(Map<String, Object> found, Field field) {
    return found.get(field.name()) instanceof Number number
        ? Optional.of(number.doubleValue())
        : Optional.empty();
  }

  /** The columns that may be empty. Direct identifiers are in no clean table and not measured. */
  private List<Field> optional() {
    return source.clean().fields().stream()
        .filter(field -> !field.required() && mapped.contains(field.name()))
        .toList();
  }

  private Optional<Field> customer() {
    return source
        .field(SharedColumns.CUSTOMER_ID.name())
        .or(() -> source.field(ReferralSource.REFERRER_ID.name()))
        .filter(field -> mapped.contains(field.name()));
  }

  private Optional<Field> amount() {
    return source.fields().stream()
        .filter(field -> field.type().equals(PurchaseSource.NET_AMOUNT.type()))
        .filter(field -> mapped.contains(field.name()))
        .findFirst();
  }
}
