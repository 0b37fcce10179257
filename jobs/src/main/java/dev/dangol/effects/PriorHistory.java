package dev.dangol.effects;

import java.util.List;

/**
 * History of a customer before a day: what comparisons are matched on. Nothing of the day itself or
 * after it counts.
 *
 * @param purchases purchase days
 * @param silentDays days since the latest of them; 0 without one
 * @param ageDays days since the first of them; 0 without one
 * @param spend net sales of a purchase day on average; 0 without one
 */
public record PriorHistory(int purchases, int silentDays, int ageDays, double spend) {
  /** The number of covariates. */
  static final int SIZE = 4;

  private static final int[] PURCHASES = {1, 2, 3, 4, 6, 9, 14, 22};
  private static final int[] SILENT_DAYS = {1, 15, 31, 61, 121, 241};
  private static final int[] AGE_DAYS = {1, 91, 181, 366, 731};

  /** Each band of spend reaches to three times its beginning. */
  private static final double SPEND_FACTOR = 3;

  /** The history before a day. */
  static PriorHistory before(CustomerTimeline customer, int day) {
    List<TimelineEvent> past =
        customer.purchases().stream().filter(event -> event.day() < day).toList();
    if (past.isEmpty()) {
      return new PriorHistory(0, 0, 0, 0);
    }
    double spend = past.stream().mapToDouble(TimelineEvent::amount).sum() / past.size();
    return new PriorHistory(
        past.size(), day - past.get(past.size() - 1).day(), day - past.get(0).day(), spend);
  }

  /** The bands, the most important first: two histories of the same bands are alike. */
  List<String> bands() {
    return List.of(
        String.valueOf(band(purchases, PURCHASES)),
        String.valueOf(band(silentDays, SILENT_DAYS)),
        String.valueOf(band(ageDays, AGE_DAYS)),
        String.valueOf(
            spend < 1 ? -1 : (int) Math.floor(Math.log(spend) / Math.log(SPEND_FACTOR))));
  }

  /** The covariates on a scale on which multiples count. */
  double[] covariates() {
    return new double[] {
      Math.log1p(purchases),
      Math.log1p(silentDays),
      Math.log1p(Math.max(0, spend)),
      Math.log1p(ageDays)
    };
  }

  private static int band(int value, int[] from) {
    int band = 0;
    while (band < from.length && value >= from[band]) {
      band++;
    }
    return band;
  }
}
