package dev.dangol.value.learned;

import java.util.ArrayList;
import java.util.List;

/** Purchase days of one customer, folded to features as of any day. Days come in their order. */
public final class CustomerPast {
  private static final int YEAR = 365;

  private final List<DayTotal> days = new ArrayList<>();

  /** Adds the next day; days must come in ascending order. */
  public void add(DayTotal day) {
    days.add(day);
  }

  /** Net sales after a day and up to another one. */
  public double netSales(int after, int until) {
    double sum = 0;
    for (DayTotal day : days) {
      sum += day.day() > after && day.day() <= until ? day.net() : 0;
    }
    return sum;
  }

  /** True where the customer had bought by the day. */
  public boolean knownBy(int cut) {
    return days.stream().anyMatch(day -> day.bought() && day.day() <= cut);
  }

  /**
   * The features as of the end of a day, by the order of {@link SalesFeature}. The customer must
   * have bought by then.
   *
   * @param span the length of the period that is predicted, in days
   */
  public double[] features(int cut, int span) {
    List<DayTotal> bought = days.stream().filter(day -> day.bought() && day.day() <= cut).toList();
    DayTotal first = bought.get(0);
    DayTotal last = bought.get(bought.size() - 1);
    double[] vector = new double[SalesFeature.values().length];
    put(vector, SalesFeature.AGE_DAYS, cut - first.day());
    put(vector, SalesFeature.SILENT_DAYS, cut - last.day());
    put(vector, SalesFeature.PURCHASE_DAYS, bought.size());
    putSales(vector, cut, span);
    putWindows(vector, bought, cut, span);
    putValues(vector, bought);
    putGaps(vector, bought);
    double age = SalesFeature.AGE_DAYS.in(vector) + 1;
    put(vector, SalesFeature.DAILY_SALES, SalesFeature.NET_SALES.in(vector) / age);
    double expected = bought.size() * Math.min(1, span / age);
    put(
        vector,
        SalesFeature.TREND,
        Math.log1p(SalesFeature.PURCHASE_DAYS_SPAN.in(vector)) - Math.log1p(expected));
    return vector;
  }

  private static void put(double[] vector, SalesFeature feature, double value) {
    vector[feature.place()] = value;
  }

  private void putSales(double[] vector, int cut, int span) {
    put(vector, SalesFeature.NET_SALES, netSales(Integer.MIN_VALUE, cut));
    put(vector, SalesFeature.NET_SALES_30, netSales(cut - 30, cut));
    put(vector, SalesFeature.NET_SALES_90, netSales(cut - 90, cut));
    put(vector, SalesFeature.NET_SALES_365, netSales(cut - YEAR, cut));
    put(vector, SalesFeature.NET_SALES_SPAN, netSales(cut - span, cut));
    int season = Math.min(cut - YEAR + span, cut);
    put(vector, SalesFeature.NET_SALES_SEASON, netSales(cut - YEAR, season));
  }

  private static void putWindows(double[] vector, List<DayTotal> bought, int cut, int span) {
    put(vector, SalesFeature.PURCHASE_DAYS_30, since(bought, cut - 30));
    put(vector, SalesFeature.PURCHASE_DAYS_90, since(bought, cut - 90));
    put(vector, SalesFeature.PURCHASE_DAYS_365, since(bought, cut - YEAR));
    put(vector, SalesFeature.PURCHASE_DAYS_SPAN, since(bought, cut - span));
  }

  private static double since(List<DayTotal> bought, int after) {
    return (double) bought.stream().filter(day -> day.day() > after).count();
  }

  private static void putValues(double[] vector, List<DayTotal> bought) {
    double total = 0;
    double largest = Double.NEGATIVE_INFINITY;
    for (DayTotal day : bought) {
      total += day.net();
      largest = Math.max(largest, day.net());
    }
    int repeats = bought.size() - 1;
    put(vector, SalesFeature.MEAN_VALUE, total / bought.size());
    put(vector, SalesFeature.LARGEST_VALUE, largest);
    put(vector, SalesFeature.LAST_VALUE, bought.get(repeats).net());
    double later = total - bought.get(0).net();
    put(vector, SalesFeature.REPEAT_VALUE, repeats == 0 ? 0 : later / repeats);
  }

  private static void putGaps(double[] vector, List<DayTotal> bought) {
    double age = SalesFeature.AGE_DAYS.in(vector);
    double silent = SalesFeature.SILENT_DAYS.in(vector);
    int gaps = bought.size() - 1;
    double mean = gaps == 0 ? age : (age - silent) / gaps;
    double squares = 0;
    double last = age;
    for (int i = 1; i <= gaps; i++) {
      last = bought.get(i).day() - bought.get(i - 1).day();
      squares += (last - mean) * (last - mean);
    }
    put(vector, SalesFeature.MEAN_GAP, mean);
    put(vector, SalesFeature.LAST_GAP, last);
    put(vector, SalesFeature.GAP_SPREAD, gaps < 2 ? 0 : Math.sqrt(squares / gaps));
    put(vector, SalesFeature.SILENCE_RATIO, (silent + 1) / (mean + 1));
  }
}
