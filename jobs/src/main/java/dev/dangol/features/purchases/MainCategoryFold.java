package dev.dangol.features.purchases;

import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.PurchaseLine;
import dev.dangol.table.Field;
import dev.dangol.table.features.MainCategoryColumns;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Main category of a customer, and whether its share of their purchase days falls.
 *
 * <p>Fisher's exact test (R. A. Fisher, The Design of Experiments, 1935) takes the numbers of days
 * as given. The main category is that of both windows together, so that it does not favour either.
 *
 * @param window in days
 */
record MainCategoryFold(int window) implements FoldedFamily {
  private static final double LEVEL = 0.05;

  @Override
  public List<Field> fields() {
    return MainCategoryColumns.FEATURES;
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new CategoryAccumulator(window, asOf);
  }

  /**
   * Chance that so few or fewer of the later days are of a category.
   *
   * @param later of the category in the later window, and all days in it
   * @param earlier the same of the earlier window
   */
  static double chance(int[] later, int[] earlier) {
    return new HypergeometricDistribution(
            null, later[1] + earlier[1], later[0] + earlier[0], later[1])
        .cumulativeProbability(later[0]);
  }

  /** Accumulator of purchase days as bits, a bit for each day before the as-of day. */
  private static final class CategoryAccumulator implements CustomerAccumulator {
    private final int window;
    private final int asOf;
    private final Map<UTF8String, BitSet> categories = new HashMap<>();
    private final BitSet any = new BitSet();

    CategoryAccumulator(int window, int asOf) {
      this.window = window;
      this.asOf = asOf;
    }

    @Override
    public void begin() {
      categories.clear();
      any.clear();
    }

    @Override
    public void purchase(PurchaseLine line) {
      UTF8String category = line.category();
      int ago = asOf - line.day();
      if (category == null || ago < 0 || ago >= 2 * window) {
        return;
      }
      BitSet days = categories.get(category);
      if (days == null) {
        days = new BitSet();
        categories.put(category.copy(), days);
      }
      days.set(ago);
      any.set(ago);
    }

    @Override
    public void end(FoldedCells cells) {
      UTF8String main = main();
      cells.text(main);
      int[] later = counts(main, 0);
      int[] earlier = counts(main, window);
      if (later[1] == 0 || earlier[1] == 0) {
        cells.none();
        cells.none();
        return;
      }
      double change = (double) later[0] / later[1] - (double) earlier[0] / earlier[1];
      cells.number(change);
      cells.flag(change < 0 && chance(later, earlier) <= LEVEL);
    }

    private UTF8String main() {
      UTF8String main = null;
      int most = 0;
      for (Map.Entry<UTF8String, BitSet> category : categories.entrySet()) {
        int days = category.getValue().cardinality();
        boolean first = days == most && category.getKey().compareTo(main) < 0;
        if (days > most || first) {
          main = category.getKey();
          most = days;
        }
      }
      return main;
    }

    /** Days of the category in a window, and all days in it. */
    private int[] counts(UTF8String category, int from) {
      BitSet days = categories.getOrDefault(category, any);
      return new int[] {
        days.get(from, from + window).cardinality(), any.get(from, from + window).cardinality()
      };
    }
  }
}
