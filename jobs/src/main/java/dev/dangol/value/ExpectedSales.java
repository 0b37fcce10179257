package dev.dangol.value;

import dev.dangol.value.learned.SalesFeature;
import dev.dangol.value.model.PurchaseHistory;
import dev.dangol.value.model.SpendExpectation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Net sales that a model of purchases expects of sampled customers. They are expected orders times
 * the expected value of an order. Orders of customers with the same history are computed once.
 */
final class ExpectedSales {
  private ExpectedSales() {}

  /**
   * The amounts in the order of the customers.
   *
   * @param vectors features of each
   * @param orders the orders to expect of a history
   */
  static double[] of(
      List<double[]> vectors, SpendExpectation spend, ToDoubleFunction<PurchaseHistory> orders) {
    double[] expected = orders(vectors, orders);
    double[] amounts = new double[expected.length];
    for (int i = 0; i < amounts.length; i++) {
      double[] vector = vectors.get(i);
      amounts[i] =
          expected[i]
              * spend.ofCustomer(
                  SalesFeature.PURCHASE_DAYS.in(vector) - 1,
                  SalesFeature.REPEAT_VALUE.in(vector),
                  SalesFeature.NET_SALES.in(vector));
    }
    return amounts;
  }

  /** The orders alone. */
  static double[] orders(List<double[]> vectors, ToDoubleFunction<PurchaseHistory> orders) {
    Map<PurchaseHistory, Double> known = new HashMap<>();
    vectors.stream()
        .map(ExpectedSales::history)
        .distinct()
        .sorted(Comparator.comparingDouble(PurchaseHistory::frequency))
        .forEach(history -> known.put(history, orders.applyAsDouble(history)));
    return vectors.stream().mapToDouble(vector -> known.get(history(vector))).toArray();
  }

  private static PurchaseHistory history(double[] vector) {
    double age = SalesFeature.AGE_DAYS.in(vector);
    return PurchaseHistory.ofDays(
        SalesFeature.PURCHASE_DAYS.in(vector) - 1, age - SalesFeature.SILENT_DAYS.in(vector), age);
  }
}
