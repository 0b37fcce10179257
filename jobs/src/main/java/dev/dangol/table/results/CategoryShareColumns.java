package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code category_shares}. */
public final class CategoryShareColumns {
  public static final Field CATEGORY =
      SharedColumns.CATEGORY.renamed("category", "The category of products.").asRequired();
  public static final Field WINDOW =
      Field.count(
              Unit.DAYS,
              "window",
              "The days of the window, which ends with the as-of day; one of features.windows.")
          .asRequired();
  public static final Field CUSTOMERS =
      RetentionColumns.CUSTOMERS.renamed(
          "customers",
          "Customers of the group who bought or returned something of the category in the window or"
              + " in the one before it.");
  public static final Field SHARE =
      Field.number(
          Unit.SHARE,
          "share",
          "The category's net sales divided by all net sales of the group in the window, refunds on"
              + " the day of their order; null where there are none.");
  public static final Field SHARE_BEFORE =
      Field.number(
          Unit.SHARE,
          "share_before",
          "The same in as many days before the window; null where there are no net sales.");
  public static final Field CHANGE =
      Field.number(
          Unit.SHARE, "change", "share less share_before; null where one of them is not known.");
  public static final Field CHANGE_LOW =
      CHANGE.renamed(
          "change_low",
          "Lower end of its 95 % interval, customers being what is drawn; null with fewer than two"
              + " customers.");
  public static final Field CHANGE_HIGH = CHANGE.renamed("change_high", "Upper end of the same.");

  public static final Table TABLE =
      new Table(
          "category_shares",
          "The share of a category in the net sales of a group in a window, and its change against"
              + " the window before; segments and cohorts with at least profiles.min-count such"
              + " customers.",
          List.of(
              SharedColumns.AS_OF, VoiceColumns.GROUP_KIND, VoiceColumns.GROUP, CATEGORY, WINDOW),
          List.of(
              SharedColumns.AS_OF,
              VoiceColumns.GROUP_KIND,
              VoiceColumns.GROUP,
              CATEGORY,
              WINDOW,
              CUSTOMERS,
              SHARE,
              SHARE_BEFORE,
              CHANGE,
              CHANGE_LOW,
              CHANGE_HIGH));

  private CategoryShareColumns() {}
}
