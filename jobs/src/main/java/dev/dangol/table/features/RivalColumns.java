package dev.dangol.table.features;

import dev.dangol.table.Field;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code customer_features} on buying while rivals try their best. */
public final class RivalColumns {
  public static final Field BOUGHT =
      Field.counts(
          "rival_purchase_days",
          "By rival of the section rivals whose campaign was over by the day, the purchase days in"
              + " it among its categories, for customers who had bought of them in the 365 days"
              + " before it; null for customers without such a rival.");
  public static final Field MATCHED =
      Field.counts(
          "rival_matched_days",
          "The same for the as many days right before each campaign; null without any.");
  public static final Field LOYALTY =
      Field.number(
          Unit.SHARE,
          "rival_loyalty",
          "The share of the rivals in rival_purchase_days during whose campaign they bought here, 0"
              + " to 1; null for customers without such a rival.");

  public static final List<Field> FEATURES = List.of(BOUGHT, MATCHED, LOYALTY);

  private RivalColumns() {}
}
