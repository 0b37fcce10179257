package dev.dangol.table.features;

import dev.dangol.table.Field;
import java.util.List;

/** Columns of {@code customer_features} with the roles that customers play beside buying. */
public final class CustomerRoleColumns {
  public static final Field IS_BUYER =
      Field.flag("is_buyer", "True where net_sales_lifetime is above 0: not all was refunded.");
  public static final Field IS_PARTNER =
      Field.flag(
          "is_partner",
          "True for a customer who gave feedback that the business can use: a review, a survey"
              + " answer, a reply or comment; null where none of these is recorded.");
  public static final Field IS_SHAPER =
      Field.flag(
          "is_shaper",
          "True for a customer who bought a new product within 30 days from its first sale, of"
              + " which at least as many other customers first bought it later as of half of all"
              + " products; or who referred such a customer. Products sold within 30 days of the"
              + " first purchase of all are not new. Null where products are not known.");

  public static final List<Field> FEATURES = List.of(IS_BUYER, IS_PARTNER, IS_SHAPER);

  /** Intermediate columns, never stored. */
  public static final Field SOLD_FROM = Field.day("_sold_from", "The first sale of a product.");

  public static final Field LATER_BUYERS =
      Field.count("_later_buyers", "Customers who first bought it when it was no longer new.");
  public static final Field DATA_FROM = Field.day("_data_from", "The first sale of any product.");
  public static final Field HALF =
      Field.number("_half", "Later buyers that half of all products have at least.");

  private CustomerRoleColumns() {}
}
