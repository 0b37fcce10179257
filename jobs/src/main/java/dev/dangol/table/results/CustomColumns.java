package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of {@code custom_features}: features that the configuration adds. */
public final class CustomColumns {
  public static final Field VALUES =
      Field.numbers(
          "custom_values",
          "The customer's configured features by name, those of a window with its days at the end;"
              + " one without a value for the customer is left out, null without any.");

  public static final Table TABLE =
      new Table(
          "custom_features",
          "A customer who has bought by the as-of day, and the features that features.custom adds.",
          List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID),
          List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID, VALUES));

  private CustomColumns() {}
}
