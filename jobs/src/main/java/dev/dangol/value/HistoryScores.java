package dev.dangol.value;

import dev.dangol.config.ValueSettings;
import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.value.model.DiscountSchedule;
import dev.dangol.value.model.NextPurchase;
import dev.dangol.value.model.PurchaseForecast;
import dev.dangol.value.model.PurchaseHistory;
import dev.dangol.value.model.PurchaseModel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Scores of every distinct purchase history, computed once however many customers share it. The
 * number of histories is bounded by the calendar.
 */
final class HistoryScores {
  private static final List<Field> KEY =
      List.of(FeatureColumns.FREQUENCY, FeatureColumns.RECENCY_DAYS, FeatureColumns.AGE_DAYS);

  /** The probabilities that the next order has come by the window's start, its day and its end. */
  private static final double[] WINDOW = {0.25, 0.5, 0.75};

  private HistoryScores() {}

  /** The columns that identify a history. */
  static String[] key() {
    return KEY.stream().map(Field::name).toArray(String[]::new);
  }

  /** One row per distinct frequency, recency and age, with every score that follows from them. */
  static Dataset<Row> of(Dataset<Row> features, ScoringModels scoring, ValueSettings settings) {
    String model = scoring.model();
    double[] parameters = scoring.purchases();
    List<Integer> horizons = settings.horizons();
    DiscountSchedule discounting =
        new DiscountSchedule(settings.clvMonths(), settings.discountRate());
    MapPartitionsFunction<Row, Row> scores =
        rows -> {
          PurchaseForecast forecast = PurchaseModel.byName(model).forecast(parameters);
          return new RowScorer(rows, forecast, horizons, discounting);
        };
    Column[] key = KEY.stream().map(Field::col).toArray(Column[]::new);
    return features
        .select(key)
        .distinct()
        .sortWithinPartitions(FeatureColumns.FREQUENCY.col())
        .mapPartitions(scores, Encoders.row(schema(horizons)));
  }

  private static StructType schema(List<Integer> horizons) {
    List<Field> fields = new ArrayList<>(KEY);
    fields.addAll(
        List.of(
            ValueColumns.P_ALIVE,
            ValueColumns.DISCOUNTED_ORDERS,
            ValueColumns.DAYS_TO_ORDER_FROM,
            ValueColumns.DAYS_TO_ORDER,
            ValueColumns.DAYS_TO_ORDER_TO));
    for (int days : horizons) {
      fields.add(ValueColumns.expectedOrders(days));
      fields.add(ValueColumns.chanceOfOrder(days));
    }
    return new StructType(fields.stream().map(Field::structField).toArray(StructField[]::new));
  }

  /** Scores rows as they are asked for. */
  private record RowScorer(
      Iterator<Row> histories,
      PurchaseForecast forecast,
      List<Integer> horizons,
      DiscountSchedule discounting)
      implements Iterator<Row> {
    @Override
    public boolean hasNext() {
      return histories.hasNext();
    }

    @Override
    public Row next() {
      Row row = histories.next();
      PurchaseHistory history =
          PurchaseHistory.ofDays(number(row, 0), number(row, 1), number(row, 2));
      List<Object> values = new ArrayList<>(List.of(row.get(0), row.get(1), row.get(2)));
      values.add(forecast.alive(history));
      values.add(discounting.purchases(forecast, history));
      NextPurchase next =
          forecast.nextPurchase(history, discounting.months() * DiscountSchedule.MONTH);
      for (double share : WINDOW) {
        values.add(days(next.weeks(share)));
      }
      for (int days : horizons) {
        values.add(forecast.expectedPurchases(history, days / PurchaseHistory.WEEK));
        values.add(forecast.chanceOfPurchase(history, days / PurchaseHistory.WEEK));
      }
      return RowFactory.create(values.toArray());
    }

    private static double number(Row row, int place) {
      return (double) row.getLong(place);
    }

    /** The day by which the order has come. */
    private static Double days(double weeks) {
      return Double.isNaN(weeks) ? null : Math.ceil(weeks * PurchaseHistory.WEEK);
    }
  }
}
