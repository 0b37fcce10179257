package dev.dangol.features.purchases;

import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.PurchaseLine;
import dev.dangol.features.fold.WindowRings;
import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.SalesColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Different categories and products that a customer bought. A window counts 0 where nothing was
 * bought in it, and nothing where it is not known what.
 *
 * @param windows in days
 */
record ChoiceFold(List<Integer> windows) implements FoldedFamily {
  ChoiceFold {
    windows = List.copyOf(windows);
  }

  List<Field> categories() {
    List<Field> fields = new ArrayList<>(List.of(FeatureColumns.CATEGORIES_LIFETIME));
    windows.forEach(window -> fields.add(SalesColumns.categories(window)));
    return fields;
  }

  List<Field> products() {
    return windows.stream().map(SalesColumns::products).toList();
  }

  @Override
  public List<Field> fields() {
    List<Field> fields = categories();
    fields.addAll(products());
    return fields;
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new ChoiceAccumulator(windows, new WindowRings(asOf, windows));
  }

  /** Accumulator of the latest day of each category and product of a customer. */
  private static final class ChoiceAccumulator implements CustomerAccumulator {
    private final List<Integer> windows;
    private final WindowRings rings;
    private final Map<UTF8String, Integer> categories = new HashMap<>();
    private final Map<UTF8String, Integer> products = new HashMap<>();
    private int last;

    ChoiceAccumulator(List<Integer> windows, WindowRings rings) {
      this.windows = windows;
      this.rings = rings;
    }

    @Override
    public void begin() {
      categories.clear();
      products.clear();
      last = Integer.MIN_VALUE;
    }

    @Override
    public void purchase(PurchaseLine line) {
      last = Math.max(last, line.day());
      note(categories, line.category(), line.day());
      note(products, line.product(), line.day());
    }

    private static void note(Map<UTF8String, Integer> latest, UTF8String chosen, int day) {
      if (chosen == null) {
        return;
      }
      Integer known = latest.get(chosen);
      if (known == null) {
        latest.put(chosen.copy(), day);
      } else if (day > known) {
        latest.replace(chosen, day);
      }
    }

    @Override
    public void end(FoldedCells cells) {
      if (categories.isEmpty()) {
        cells.none();
      } else {
        cells.count(categories.size());
      }
      windows.forEach(window -> add(cells, categories, window));
      windows.forEach(window -> add(cells, products, window));
    }

    private void add(FoldedCells cells, Map<UTF8String, Integer> latest, int window) {
      long chosen = latest.values().stream().filter(day -> rings.holds(day, window)).count();
      if (chosen == 0 && last != Integer.MIN_VALUE && rings.holds(last, window)) {
        cells.none();
      } else {
        cells.count(chosen);
      }
    }
  }
}
