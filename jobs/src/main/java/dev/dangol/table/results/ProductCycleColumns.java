package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code product_cycles}. */
public final class ProductCycleColumns {
  public static final Field PEOPLE =
      LookalikeColumns.PEOPLE.renamed(
          "people", "Customers who bought the category on two days or more.");
  public static final Field CYCLE_DAYS =
      Field.number(
              Unit.DAYS,
              "cycle_days",
              "The product's own cycle: the median, over these customers, of each one's median days"
                  + " between days on which they bought the category.")
          .asRequired();
  public static final Field HORIZON_DAYS =
      Field.count(
          Unit.DAYS,
          "horizon_days",
          "The shortest of value.horizons that holds a whole cycle, which to look at for the"
              + " category; null where the longest does not.");

  public static final Table TABLE =
      new Table(
          "product_cycles",
          "After how many days a category is bought again; categories of at least"
              + " features.cycle-min-repeats such customers.",
          List.of(SharedColumns.AS_OF, CategoryShareColumns.CATEGORY),
          List.of(
              SharedColumns.AS_OF,
              CategoryShareColumns.CATEGORY,
              PEOPLE,
              CYCLE_DAYS,
              HORIZON_DAYS));

  private ProductCycleColumns() {}
}
