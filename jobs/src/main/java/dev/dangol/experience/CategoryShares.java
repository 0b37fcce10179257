package dev.dangol.experience;

import dev.dangol.probability.DifferenceInterval;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CategoryShareColumns;
import dev.dangol.table.results.VoiceColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;

/**
 * Shares of categories in net sales, and their change against the window before. Customers are what
 * is drawn: the interval is that of a difference of two ratios of sums over customers, by the delta
 * method (Cochran, "Sampling Techniques", 1977, chapter 6), so that one large customer counts as
 * one.
 *
 * @param windows in days
 * @param day the as-of day, in days since 1970
 */
record CategoryShares(List<Integer> windows, int day) implements CustomerMeasure {
  private static final String WHOLE = "category_whole";
  private static final String PART = "category_part";

  CategoryShares {
    windows = List.copyOf(windows);
  }

  @Override
  public void add(ExperienceHistory customer, FactSheet facts) {
    for (int window : windows) {
      Map<String, double[]> parts = new HashMap<>();
      double[] whole = sales(customer, window, parts);
      if (whole[0] == 0 && whole[1] == 0 && parts.isEmpty()) {
        continue;
      }
      String length = String.valueOf(window);
      for (CustomerGroupKey group : customer.groups()) {
        facts.sum(FactKey.of(WHOLE, group.kind(), group.name(), length), products(whole, whole));
        parts.forEach(
            (category, part) ->
                facts.sum(
                    FactKey.of(PART, group.kind(), group.name(), length, category),
                    products(part, whole)));
      }
    }
  }

  /** Net sales of the window and of the one before it; refunds count where their order does. */
  private double[] sales(ExperienceHistory customer, int window, Map<String, double[]> parts) {
    double[] whole = new double[2];
    Map<String, Integer> ordered = new HashMap<>();
    for (ExperienceEvent line : customer.of(ExperienceKind.PURCHASE)) {
      ordered.putIfAbsent(line.about().order(), line.day());
      add(line, slot(line.day(), window), whole, parts);
    }
    for (ExperienceEvent refund : customer.of(ExperienceKind.REFUND)) {
      String order = refund.about().order();
      int on = order == null ? refund.day() : ordered.getOrDefault(order, refund.day());
      add(refund, slot(on, window), whole, parts);
    }
    return whole;
  }

  /** 0 for the window, 1 for the one before it, more for earlier ones. */
  private int slot(int on, int window) {
    return (day - on) / window;
  }

  private static void add(
      ExperienceEvent line, int slot, double[] whole, Map<String, double[]> parts) {
    if (slot > 1) {
      return;
    }
    whole[slot] += line.figure();
    if (line.category() != null) {
      parts.computeIfAbsent(line.category(), none -> new double[2])[slot] += line.figure();
    }
  }

  private static double[] products(double[] part, double[] whole) {
    return new double[] {
      1,
      part[0],
      part[1],
      part[0] * part[0],
      part[0] * part[1],
      part[1] * part[1],
      part[0] * whole[0],
      part[0] * whole[1],
      part[1] * whole[0],
      part[1] * whole[1]
    };
  }

  /**
   * The rows of {@code category_shares}.
   *
   * @param least the fewest customers of a segment or cohort who must have bought the category
   */
  static List<Row> rows(FactSums sums, AsOf asOf, int least) {
    List<Row> rows = new ArrayList<>();
    for (List<String> key : sums.keys(PART)) {
      double[] part = sums.of(PART).get(key);
      if (CustomerGroupKey.of(key).isEveryone() || part[0] >= least) {
        rows.add(row(asOf, key, part, sums.of(WHOLE).get(key.subList(0, 3))));
      }
    }
    return rows;
  }

  private static Row row(AsOf asOf, List<String> key, double[] part, double[] whole) {
    DifferenceInterval change = change(part, whole);
    return RowWriter.of(CategoryShareColumns.TABLE)
        .set(SharedColumns.AS_OF, asOf)
        .set(VoiceColumns.GROUP_KIND, key.get(0))
        .set(VoiceColumns.GROUP, key.get(1))
        .set(CategoryShareColumns.CATEGORY, key.get(3))
        .set(CategoryShareColumns.WINDOW, Long.parseLong(key.get(2)))
        .set(CategoryShareColumns.CUSTOMERS, Math.round(part[0]))
        .set(CategoryShareColumns.SHARE, share(part[1], whole[1]))
        .set(CategoryShareColumns.SHARE_BEFORE, share(part[2], whole[2]))
        .set(CategoryShareColumns.CHANGE, change.difference())
        .set(CategoryShareColumns.CHANGE_LOW, change.low())
        .set(CategoryShareColumns.CHANGE_HIGH, change.high())
        .row();
  }

  private static OptionalDouble share(double part, double whole) {
    return whole > 0 ? DifferenceInterval.told(part / whole) : OptionalDouble.empty();
  }

  /** The change; its variance is that of what each customer adds to it, written in sums. */
  static DifferenceInterval change(double[] part, double[] whole) {
    if (whole[1] <= 0 || whole[2] <= 0) {
      return DifferenceInterval.none();
    }
    double now = part[1] / whole[1];
    double before = part[2] / whole[2];
    double inNow = part[3] - 2 * now * part[6] + now * now * whole[3];
    double inBefore = part[5] - 2 * before * part[9] + before * before * whole[5];
    double inBoth = part[4] - before * part[7] - now * part[8] + now * before * whole[4];
    double variance =
        inNow / (whole[1] * whole[1])
            + inBefore / (whole[2] * whole[2])
            - 2 * inBoth / (whole[1] * whole[2]);
    double customers = whole[0];
    double error =
        customers > 1 ? Math.sqrt(Math.max(0, variance) * customers / (customers - 1)) : Double.NaN;
    return DifferenceInterval.of(now - before, error, DifferenceInterval.DEVIATE);
  }
}
