package dev.dangol.table.features;

import dev.dangol.table.Field;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code customer_features} on the category that a customer buys most. */
public final class MainCategoryColumns {
  public static final Field MAIN_CATEGORY =
      Field.text(
          "main_category",
          "The category bought on most of the purchase days in the longest of features.windows and"
              + " in as many days before it, of equal ones the first by name; null without one.");
  public static final Field MAIN_CATEGORY_CHANGE =
      Field.number(
          Unit.SHARE,
          "main_category_change",
          "Share of the purchase days in that window on which they bought it, less the same share"
              + " of the window before, -1 to 1, over purchase days with a known category; null"
              + " without such a day in each.");
  public static final Field MAIN_CATEGORY_FALLS =
      Field.flag(
          "main_category_falls",
          "True where main_category_change is so far below 0 that purchase days in any other order"
              + " would give as much in at most 1 of 20 cases (Fisher's exact test, one-sided);"
              + " null without main_category_change.");

  public static final List<Field> FEATURES =
      List.of(MAIN_CATEGORY, MAIN_CATEGORY_CHANGE, MAIN_CATEGORY_FALLS);

  private MainCategoryColumns() {}
}
