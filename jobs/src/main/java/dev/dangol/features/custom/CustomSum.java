package dev.dangol.features.custom;

import dev.dangol.config.CustomFeature;
import dev.dangol.config.CustomFeature.CustomKind;
import dev.dangol.features.fold.OrderNumbers;
import dev.dangol.features.fold.PurchaseLine;
import dev.dangol.features.fold.WindowRings;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One configured feature of one customer. Rows, amounts and days are added up by ring of days; of
 * an order the latest day is kept on which a row of it matters, so that it counts once in each
 * window.
 */
final class CustomSum {
  private static final double UNITS = 10_000;

  private final CustomFeature feature;
  private final int asOf;
  private final WindowRings rings;
  private final long[] matching;
  private final long[] all;
  private final long[] amounts;
  private final BitSet daysAgo = new BitSet();
  private final OrderNumbers orders = new OrderNumbers();
  private int[] latest = new int[64];

  /** No row yet, as of a day in days since 1970. */
  CustomSum(CustomFeature feature, int asOf) {
    this.feature = feature;
    this.asOf = asOf;
    this.rings = new WindowRings(asOf, feature.windows());
    this.matching = new long[rings.size()];
    this.all = new long[rings.size()];
    this.amounts = new long[rings.size()];
  }

  void clear() {
    Arrays.fill(matching, 0);
    Arrays.fill(all, 0);
    Arrays.fill(amounts, 0);
    daysAgo.clear();
    orders.clear();
  }

  /** Adds a row of a day. */
  void add(int day, boolean matters) {
    int ring = rings.of(day);
    all[ring]++;
    if (matters) {
      matching[ring]++;
      daysAgo.set(asOf - day);
    }
  }

  /** Adds a line. */
  void add(PurchaseLine line, boolean matters) {
    add(line.day(), matters);
    if (!matters) {
      return;
    }
    if (feature.kind() == CustomKind.ORDERS) {
      note(line);
    }
    long amount = feature.kind() == CustomKind.SUM ? amount(line) : PurchaseLine.UNKNOWN;
    if (amount != PurchaseLine.UNKNOWN) {
      int ring = rings.of(line.day());
      amounts[ring] = Math.addExact(amounts[ring], amount);
    }
  }

  private void note(PurchaseLine line) {
    int known = orders.size();
    int order = orders.of(line);
    if (order == latest.length) {
      latest = Arrays.copyOf(latest, 2 * order);
    }
    latest[order] = order == known ? line.day() : Math.max(latest[order], line.day());
  }

  private long amount(PurchaseLine line) {
    return switch (feature.amount()) {
      case "net_amount" -> line.net();
      case "list_amount" -> line.list();
      case "discount_amount" -> line.discount();
      case "cost_amount" -> line.cost();
      case "quantity" -> line.quantity();
      default -> throw new IllegalStateException(feature.amount() + " is no amount of a line.");
    };
  }

  /** Puts the feature's values by name; what has none is left out. */
  void end(Map<UTF8String, Double> values) {
    if (feature.windows().isEmpty()) {
      put(values, feature.name(), value(rings.size() - 1, Integer.MAX_VALUE));
    }
    for (int window : feature.windows()) {
      put(values, feature.column(window), value(rings.of(asOf - window + 1), window));
    }
  }

  private static void put(Map<UTF8String, Double> values, String name, OptionalDouble value) {
    value.ifPresent(number -> values.put(UTF8String.fromString(name), number));
  }

  private OptionalDouble value(int lastRing, int window) {
    return switch (feature.kind()) {
      case ROWS -> OptionalDouble.of(sum(matching, lastRing));
      case ORDERS -> OptionalDouble.of(orders(window));
      case DAYS -> OptionalDouble.of(days(window));
      case SUM -> OptionalDouble.of(sum(amounts, lastRing) / UNITS);
      case LAST ->
          daysAgo.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(daysAgo.nextSetBit(0));
      case SHARE -> {
        double rows = sum(all, lastRing);
        yield rows == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(sum(matching, lastRing) / rows);
      }
    };
  }

  private static double sum(long[] counts, int lastRing) {
    long sum = 0;
    for (int ring = 0; ring <= lastRing; ring++) {
      sum = Math.addExact(sum, counts[ring]);
    }
    return (double) sum;
  }

  private double orders(int window) {
    int count = 0;
    for (int order = 0; order < orders.size(); order++) {
      count += asOf - latest[order] < window ? 1 : 0;
    }
    return count;
  }

  private double days(int window) {
    return daysAgo.get(0, window).cardinality();
  }
}
