package dev.dangol.features.satisfaction;

import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.features.measure.MappedColumns;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Experience of a customer's orders, as it is folded: their number, refunds, deliveries and prices,
 * and what they rated.
 */
final class OrderExperience {
  /** Columns that the history has where the business records them. */
  private static final List<Field> TOLD =
      Stream.concat(
              Stream.of(
                  SatisfactionColumns.PRICE_RANK,
                  SatisfactionColumns.RATING,
                  SatisfactionColumns.PAST_RATING,
                  ExperienceColumns.LOW_ON,
                  SatisfactionColumns.SURVEY),
              ServiceExperienceFold.CASES.stream())
          .toList();

  private OrderExperience() {}

  /**
   * One row per customer with a purchase by the day.
   *
   * @param history the history of orders, which tells of the day
   */
  static Dataset<Row> perCustomer(Dataset<Row> history, FoldedDay day, MappedColumns mapped) {
    OrderExperienceFold fold = new OrderExperienceFold(day);
    List<Column> columns = new ArrayList<>(List.of(SharedColumns.CUSTOMER_ID.col()));
    for (Field field :
        List.of(
            SatisfactionColumns.ORDERS,
            ExperienceColumns.REFUNDED_ORDERS,
            ExperienceColumns.REFUNDED_ON)) {
      columns.add(field.is(fold.of(field).col()));
    }
    for (Field field :
        List.of(
            SatisfactionColumns.DELIVERIES,
            SatisfactionColumns.LATE_DELIVERIES,
            ExperienceColumns.LATE_ON)) {
      columns.add(delivers(mapped) ? field.is(fold.of(field).col()) : field.nullColumn());
    }
    List<String> there = List.of(history.columns());
    for (Field field : TOLD) {
      if (there.contains(day.of(field).name())) {
        columns.add(field.is(day.of(field).col()));
      }
    }
    return history
        .where(fold.of(SatisfactionColumns.ORDERS).col().isNotNull())
        .select(columns.toArray(Column[]::new));
  }

  /** True where both times are known: without deliveries every promise would seem broken. */
  static boolean delivers(MappedColumns mapped) {
    return mapped.has(Sources.PURCHASES, PurchaseSource.PROMISED_AT)
        && mapped.has(Sources.PURCHASES, PurchaseSource.DELIVERED_AT);
  }
}
