package dev.dangol.features.purchases;

import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.OrderNumbers;
import dev.dangol.features.fold.PurchaseLine;
import dev.dangol.features.fold.WindowRings;
import dev.dangol.table.Field;
import dev.dangol.table.features.SalesColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Product lines of a customer's orders. An order counts once for each in it, on the day of its
 * first bought line. Orders without a known product line do not count.
 *
 * @param windows in days
 */
record ProductLineFold(List<Integer> windows) implements FoldedFamily {
  ProductLineFold {
    windows = List.copyOf(windows);
  }

  @Override
  public List<Field> fields() {
    List<Field> fields =
        new ArrayList<>(
            List.of(SalesColumns.PRODUCT_LINE_CONCENTRATION, SalesColumns.FAVOURITE_PRODUCT_LINE));
    windows.forEach(window -> fields.add(SalesColumns.productLineConcentration(window)));
    return fields;
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new LineAccumulator(windows, new WindowRings(asOf, windows));
  }

  /** Accumulator of the different product lines of each order. */
  private static final class LineAccumulator implements CustomerAccumulator {
    private final List<Integer> windows;
    private final WindowRings rings;
    private final OrderNumbers orders = new OrderNumbers();
    private final PairSet pairs = new PairSet();

    /** The number of each product line; they are few. */
    private final Map<UTF8String, Integer> lines = new TreeMap<>();

    private int[] days = new int[64];

    LineAccumulator(List<Integer> windows, WindowRings rings) {
      this.windows = windows;
      this.rings = rings;
    }

    @Override
    public void begin() {
      orders.clear();
      pairs.clear();
      lines.clear();
    }

    @Override
    public void purchase(PurchaseLine line) {
      int known = orders.size();
      int order = orders.of(line);
      if (order == days.length) {
        days = Arrays.copyOf(days, 2 * order);
      }
      days[order] = order == known ? line.day() : Math.min(days[order], line.day());
      UTF8String name = line.productLine();
      if (name != null) {
        pairs.add(order, number(name));
      }
    }

    private int number(UTF8String name) {
      Integer known = lines.get(name);
      if (known != null) {
        return known;
      }
      lines.put(name.copy(), lines.size());
      return lines.size() - 1;
    }

    @Override
    public void end(FoldedCells cells) {
      long[] all = new long[rings.size()];
      long[] each = new long[lines.size() * rings.size()];
      BitSet seen = new BitSet();
      pairs.forEach(
          (order, line) -> {
            int ring = rings.of(days[order]);
            each[line * rings.size() + ring]++;
            if (!seen.get(order)) {
              seen.set(order);
              all[ring]++;
            }
          });
      put(cells, most(from -> rings.sum(each, from)), rings.sum(all, 0));
      favourite(cells, each);
      for (int window : windows) {
        long most = most(from -> rings.sum(each, from, window));
        put(cells, most, rings.sum(all, 0, window));
      }
    }

    /** The orders of the product line that most of them hold. */
    private long most(ToLongFunction<Integer> orders) {
      long most = 0;
      for (int line = 0; line < lines.size(); line++) {
        most = Math.max(most, orders.applyAsLong(line * rings.size()));
      }
      return most;
    }

    private static void put(FoldedCells cells, long most, long all) {
      if (all > 0) {
        cells.number((double) most / all);
      } else {
        cells.none();
      }
    }

    /** Names come in order, so that of several the first is taken. */
    private void favourite(FoldedCells cells, long[] each) {
      UTF8String favourite = null;
      long most = 0;
      for (Map.Entry<UTF8String, Integer> line : lines.entrySet()) {
        long orders = rings.sum(each, line.getValue() * rings.size());
        if (orders > most) {
          most = orders;
          favourite = line.getKey();
        }
      }
      cells.text(favourite);
    }
  }
}
