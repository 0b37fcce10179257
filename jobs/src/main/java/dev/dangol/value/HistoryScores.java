package dev.dangol.value;

import dev.dangol.config.ValueSettings;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
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

/**
 * Scores of every distinct purchase history, computed once however many customers share it. The
 * number of histories is bounded by the calendar.
 */
final class HistoryScores {
  private static final List<Field> KEY =
      List.of(FeatureColumns.FREQUENCY, FeatureColumns.RECENCY_DAYS, FeatureColumns.AGE_DAYS);

  /** The probabilities that the next order has come by the window's start, its day and its end. */
  private static final double SOON = 0.25;

  private static final double MIDDLE = 0.5;
  private static final double LATE = 0.75;

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
          return new RowScorer(rows, forecast, OrderHorizon.of(horizons), discounting);
        };
    Column[] key = KEY.stream().map(Field::col).toArray(Column[]::new);
    return features
        .select(key)
        .distinct()
        .sortWithinPartitions(FeatureColumns.FREQUENCY.col())
        .mapPartitions(scores, Encoders.row(Field.schema(fields(OrderHorizon.of(horizons)))));
  }

  private static List<Field> fields(List<OrderHorizon> horizons) {
    List<Field> fields = new ArrayList<>(KEY);
    fields.addAll(
        List.of(
            ValueColumns.P_ALIVE,
            ValueColumns.DISCOUNTED_ORDERS,
            ValueColumns.DAYS_TO_ORDER_FROM,
            ValueColumns.DAYS_TO_ORDER,
            ValueColumns.DAYS_TO_ORDER_TO));
    for (OrderHorizon horizon : horizons) {
      fields.add(horizon.orders());
      fields.add(horizon.chance());
    }
    return List.copyOf(fields);
  }

  /** Days ahead, and the fields about them, which are made once and not for every row. */
  private record OrderHorizon(double weeks, Field orders, Field chance) {
    static List<OrderHorizon> of(List<Integer> horizons) {
      return horizons.stream()
          .map(
              days ->
                  new OrderHorizon(
                      days / PurchaseHistory.WEEK,
                      ValueColumns.expectedOrders(days),
                      ValueColumns.chanceOfOrder(days)))
          .toList();
    }
  }

  /**
   * Scores rows as they are asked for. Cells are looked up by name, which takes next to nothing
   * beside the forecasts of a history.
   */
  private record RowScorer(
      Iterator<Row> histories,
      PurchaseForecast forecast,
      List<OrderHorizon> horizons,
      DiscountSchedule discounting,
      List<Field> fields)
      implements Iterator<Row> {
    RowScorer(
        Iterator<Row> histories,
        PurchaseForecast forecast,
        List<OrderHorizon> horizons,
        DiscountSchedule discounting) {
      this(histories, forecast, horizons, discounting, HistoryScores.fields(horizons));
    }

    @Override
    public boolean hasNext() {
      return histories.hasNext();
    }

    @Override
    public Row next() {
      RowReader cells = new RowReader(histories.next());
      long frequency = cells.count(FeatureColumns.FREQUENCY);
      long recency = cells.count(FeatureColumns.RECENCY_DAYS);
      long age = cells.count(FeatureColumns.AGE_DAYS);
      PurchaseHistory history =
          PurchaseHistory.ofDays((double) frequency, (double) recency, (double) age);
      NextPurchase next =
          forecast.nextPurchase(history, discounting.months() * DiscountSchedule.MONTH);
      RowWriter scores =
          RowWriter.of("history scores", fields)
              .set(FeatureColumns.FREQUENCY, frequency)
              .set(FeatureColumns.RECENCY_DAYS, recency)
              .set(FeatureColumns.AGE_DAYS, age)
              .set(ValueColumns.P_ALIVE, RowReader.finite(forecast.alive(history)))
              .set(ValueColumns.DISCOUNTED_ORDERS, discounting.purchases(forecast, history))
              .set(ValueColumns.DAYS_TO_ORDER_FROM, days(next.weeks(SOON)))
              .set(ValueColumns.DAYS_TO_ORDER, days(next.weeks(MIDDLE)))
              .set(ValueColumns.DAYS_TO_ORDER_TO, days(next.weeks(LATE)));
      for (OrderHorizon horizon : horizons) {
        scores
            .set(horizon.orders(), forecast.expectedPurchases(history, horizon.weeks()))
            .set(horizon.chance(), forecast.chanceOfPurchase(history, horizon.weeks()));
      }
      return scores.row();
    }

    /** The day by which the order has come. */
    private static Double days(double weeks) {
      return Double.isNaN(weeks) ? null : Math.ceil(weeks * PurchaseHistory.WEEK);
    }
  }
}
