package dev.dangol.table.features;

import dev.dangol.table.Field;
import java.util.List;

/** Columns of {@code customer_features} with customer types, derived from the measures. */
public final class CustomerTypeColumns {
  public static final Field BUYER_TYPE =
      Field.text(
          "buyer_type",
          "attached where the customer pays without being lured, and talks or recommends:"
              + " quality_pay and one of quality_communicate and quality_refer reach"
              + " features.types.from; practical otherwise. Null where quality_pay or both of the"
              + " others are.");
  public static final Field LOYALTY_TYPE =
      Field.text(
          "loyalty_type",
          "From quality_return (do they come back) and quality_appreciate (are they content), each"
              + " reaching features.types.from or not: true for both, latent for content alone,"
              + " spurious for coming back alone, none for neither. Null where one of them is.");
  public static final Field ADVOCATE =
      Field.flag(
          "advocate",
          "True where one of their referrals converted, or where quality_refer reaches"
              + " features.types.high. Null where quality_refer is.");
  public static final Field HIDDEN_VALUE =
      Field.flag(
          "hidden_value",
          "True where they spend less than most and give much otherwise: the percentile rank of"
              + " net_sales_lifetime is below features.types.from, and quality_refer or"
              + " quality_communicate reaches features.types.high. Null where both of them are.");

  public static final List<Field> FEATURES =
      List.of(BUYER_TYPE, LOYALTY_TYPE, ADVOCATE, HIDDEN_VALUE);

  private CustomerTypeColumns() {}
}
