package dev.dangol.value;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.ValueSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.SalesSampleColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.value.model.SpendExpectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Predicted purchases and lifetime value of each customer. What customers will buy depends on their
 * history only, so each distinct history is scored once and customers look theirs up; what they
 * spend differs by customer and is an expression.
 */
public final class CustomerValue {
  private CustomerValue() {}

  /**
   * One row per customer, by the models that were chosen.
   *
   * @param features customer_features of the as-of day
   * @param days as {@link PastFolds#of} takes them, up to the as-of day
   */
  public static Dataset<Row> of(
      Dataset<Row> features, Dataset<Row> days, AsOf asOf, ModelResults results) {
    ValueSettings settings = results.settings();
    Optional<ScoringModels> scoring = results.fitted().scoring();
    if (scoring.isEmpty()) {
      return unknown(features, asOf, settings);
    }
    Dataset<Row> customers = of(features, asOf, scoring.get(), settings);
    return results
        .sales()
        .chosen()
        .map(
            chosen ->
                withLearned(
                    customers,
                    LearnedScores.of(days, asOf, chosen.forecast(), chosen.span()),
                    settings))
        .orElse(customers);
  }

  /**
   * One row per customer, by a model of purchases and one of spend.
   *
   * @param features customer_features of the as-of day
   */
  public static Dataset<Row> of(
      Dataset<Row> features, AsOf asOf, ScoringModels scoring, ValueSettings settings) {
    Dataset<Row> customers =
        features.select(
            SharedColumns.CUSTOMER_ID.col(),
            FeatureColumns.FREQUENCY.col(),
            FeatureColumns.RECENCY_DAYS.col(),
            FeatureColumns.AGE_DAYS.col(),
            ValueColumns.WORTH.is(orderValue(scoring)));
    Dataset<Row> scores = HistoryScores.of(customers, scoring, settings);
    Column value = ValueColumns.WORTH.col();
    List<Column> columns =
        new ArrayList<>(
            List.of(
                SharedColumns.AS_OF.is(asOf.column()),
                SharedColumns.CUSTOMER_ID.col(),
                ValueColumns.P_ALIVE.col(),
                ValueColumns.EXPECTED_ORDER_VALUE.is(value),
                ValueColumns.CLV.is(clv(value, settings)),
                ValueColumns.EXPECTED_NET_SALES.is(
                    value.multiply(ValueColumns.DISCOUNTED_ORDERS.col())),
                day(ValueColumns.NEXT_ORDER_ON, ValueColumns.DAYS_TO_ORDER, asOf),
                day(ValueColumns.NEXT_ORDER_FROM, ValueColumns.DAYS_TO_ORDER_FROM, asOf),
                day(ValueColumns.NEXT_ORDER_TO, ValueColumns.DAYS_TO_ORDER_TO, asOf)));
    for (int days : settings.horizons()) {
      columns.add(ValueColumns.expectedOrders(days).col());
      columns.add(ValueColumns.chanceOfOrder(days).col());
    }
    return customers
        .join(scores, HistoryScores.key(), "inner")
        .select(columns.toArray(Column[]::new));
  }

  /**
   * The same rows, with net sales and lifetime value by a learned model where it knows a customer.
   *
   * @param learned one row per customer with learned net sales
   */
  static Dataset<Row> withLearned(
      Dataset<Row> customers, Dataset<Row> learned, ValueSettings settings) {
    Column sales =
        coalesce(
            SalesSampleColumns.LEARNED_SALES.col(),
            ValueColumns.EXPECTED_NET_SALES.col().cast(DataTypes.DoubleType));
    Column lifetime =
        settings.margin().isPresent() ? sales.multiply(settings.margin().getAsDouble()) : lit(null);
    return customers
        .join(learned, new String[] {SharedColumns.CUSTOMER_ID.name()}, "left")
        .withColumns(
            Map.of(
                ValueColumns.EXPECTED_NET_SALES.name(),
                ValueColumns.EXPECTED_NET_SALES.is(sales),
                ValueColumns.CLV.name(),
                ValueColumns.CLV.is(lifetime)))
        .drop(SalesSampleColumns.LEARNED_SALES.name());
  }

  /**
   * One row per customer without predictions, where no model could be fitted.
   *
   * @param features customer_features of the as-of day
   */
  public static Dataset<Row> unknown(Dataset<Row> features, AsOf asOf, ValueSettings settings) {
    List<Column> columns = new ArrayList<>();
    for (Field field : ValueColumns.customerValue(settings.horizons()).fields()) {
      columns.add(field.nullColumn());
    }
    columns.set(0, SharedColumns.AS_OF.is(asOf.column()));
    columns.set(1, SharedColumns.CUSTOMER_ID.col());
    return features.select(columns.toArray(Column[]::new));
  }

  private static Column clv(Column value, ValueSettings settings) {
    return settings.margin().isPresent()
        ? value
            .multiply(ValueColumns.DISCOUNTED_ORDERS.col())
            .multiply(settings.margin().getAsDouble())
        : lit(null);
  }

  private static Column day(Field on, Field days, AsOf asOf) {
    return on.is(date_add(asOf.column(), days.col().cast(DataTypes.IntegerType)));
  }

  /**
   * The expected value of an order. Customers whose repeat purchases came to nothing or less,
   * refunds taken off, are taken for the mean: models allow positive spend only.
   */
  static Column orderValue(ScoringModels scoring) {
    return scoring
        .spend()
        .map(spend -> greatest(orderValue(spend), lit(0.0)))
        .orElseGet(() -> lit(null));
  }

  private static Column orderValue(SpendExpectation spend) {
    Column everyones = lit(spend.mean());
    if (Double.isInfinite(spend.weight())) {
      return everyones;
    }
    if (spend.basis() == SpendExpectation.OrderBasis.ALL) {
      return FeatureColumns.NET_SALES_LIFETIME
          .col()
          .cast(DataTypes.DoubleType)
          .plus(spend.weight() * spend.mean())
          .divide(FeatureColumns.FREQUENCY.col().plus(1 + spend.weight()));
    }
    Column mean = FeatureColumns.MONETARY_VALUE.col().cast(DataTypes.DoubleType);
    Column times = FeatureColumns.FREQUENCY.col();
    Column own =
        times.multiply(mean).plus(spend.weight() * spend.mean()).divide(times.plus(spend.weight()));
    return coalesce(when(mean.gt(0), own), everyones);
  }
}
