package dev.dangol.features.satisfaction;

import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.features.measure.MappedColumns;
import dev.dangol.features.purchases.PurchaseOrders;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Sources;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Experience of a customer's orders: their number, late deliveries and refunds. Lines make orders
 * as in {@link PurchaseOrders}; a refund that names an order of the customer belongs to it, and one
 * that names none is a fault of no order.
 */
final class OrderExperience {
  private OrderExperience() {}

  /** One row per customer with a purchase. */
  static Dataset<Row> perCustomer(Dataset<Row> orders, MappedColumns mapped) {
    Column bought = ExperienceColumns.LINES.col().gt(0);
    Column refunded = bought.and(ExperienceColumns.REFUND_DAY.col().isNotNull());
    boolean delivers = delivers(mapped);
    Column deliveries = sum(SatisfactionColumns.DELIVERIES.col());
    Column late = sum(SatisfactionColumns.LATE_DELIVERIES.col());
    return orders
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(
            SatisfactionColumns.ORDERS.is(count_if(bought)),
            ExperienceColumns.REFUNDED_ORDERS.is(count_if(refunded)),
            ExperienceColumns.REFUNDED_ON.is(
                collect_set(when(refunded, ExperienceColumns.REFUND_DAY.col()))),
            SatisfactionColumns.DELIVERIES.is(delivers ? deliveries : lit(null)),
            SatisfactionColumns.LATE_DELIVERIES.is(delivers ? late : lit(null)),
            ExperienceColumns.LATE_ON.is(
                delivers ? collect_set(ExperienceColumns.LATE_DAY.col()) : lit(null)))
        .where(SatisfactionColumns.ORDERS.col().gt(0));
  }

  /** True where both times are known: without deliveries every promise would seem broken. */
  static boolean delivers(MappedColumns mapped) {
    return mapped.has(Sources.PURCHASES, PurchaseSource.PROMISED_AT)
        && mapped.has(Sources.PURCHASES, PurchaseSource.DELIVERED_AT);
  }
}
