package dev.dangol.features.purchases;

import static java.util.Comparator.naturalOrder;

import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.MainCategoryColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.List;

/** Variety of the categories, products and product lines a customer buys. */
public final class PurchaseVariety {
  private PurchaseVariety() {}

  public static List<FeatureFamily> families(List<Integer> windows) {
    return List.of(choices(windows), lines(windows));
  }

  /** The families that are folded over purchases; product lines only where they are mapped. */
  public static List<FoldedFamily> folded(FeatureContext measuring) {
    List<Integer> windows = measuring.windows();
    List<FoldedFamily> families = new ArrayList<>();
    families.add(new ChoiceFold(windows));
    families.add(new CycleFold());
    if (measuring.asked().test(MainCategoryColumns.MAIN_CATEGORY_FALLS)) {
      families.add(new MainCategoryFold(windows.stream().max(naturalOrder()).orElse(0)));
    }
    if (measuring.mapped().has(Sources.PURCHASES, PurchaseSource.PRODUCT_LINE)) {
      families.add(new ProductLineFold(windows));
    }
    return families;
  }

  private static FeatureFamily choices(List<Integer> windows) {
    ChoiceFold choices = new ChoiceFold(windows);
    List<FeatureMeasure> measures = new ArrayList<>();
    choices
        .categories()
        .forEach(field -> measures.add(FeatureMeasure.folded(field, SharedColumns.CATEGORY)));
    choices
        .products()
        .forEach(field -> measures.add(FeatureMeasure.folded(field, SharedColumns.PRODUCT_ID)));
    MainCategoryColumns.FEATURES.forEach(
        field -> measures.add(FeatureMeasure.folded(field, SharedColumns.CATEGORY)));
    return new FeatureFamily(Sources.PURCHASES, measures);
  }

  private static FeatureFamily lines(List<Integer> windows) {
    return new FeatureFamily(
        Sources.PURCHASES,
        new ProductLineFold(windows)
            .fields().stream()
                .map(field -> FeatureMeasure.folded(field, PurchaseSource.PRODUCT_LINE))
                .toList());
  }
}
