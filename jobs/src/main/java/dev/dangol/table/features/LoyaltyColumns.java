package dev.dangol.table.features;

import dev.dangol.table.Field;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code customer_features} on the loyalty programme. */
public final class LoyaltyColumns {
  public static final Field LOYALTY_MEMBER =
      Field.flag(
          "loyalty_member",
          "True where the customer is in the programme on the as-of day: they have joined, earned,"
              + " redeemed or received a benefit, and have not left since or at the same moment.");
  public static final Field LOYALTY_EARNED =
      Field.total("loyalty_earned", "Worth of the points earned to date.");
  public static final Field LOYALTY_REDEEMED =
      Field.total("loyalty_redeemed", "Worth of the points redeemed to date.");
  public static final Field LOYALTY_BENEFITS =
      Field.total("loyalty_benefits", "Worth of the benefits given to date, without points.");
  public static final Field RECIPROCITY =
      Field.number(
          Unit.MULTIPLE,
          "reciprocity",
          "Points redeemed and benefits given to date, divided by margin_lifetime; null where the"
              + " margin is not known or not above 0.");

  public static final List<Field> FEATURES =
      List.of(LOYALTY_MEMBER, LOYALTY_EARNED, LOYALTY_REDEEMED, LOYALTY_BENEFITS, RECIPROCITY);

  private LoyaltyColumns() {}
}
