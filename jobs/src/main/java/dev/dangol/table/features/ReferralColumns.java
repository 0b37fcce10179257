package dev.dangol.table.features;

import dev.dangol.table.Field;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code customer_features} on the people a customer referred; see referral_network. */
public final class ReferralColumns {
  public static final Field REFERRALS_MADE =
      Field.count(
          Unit.PEOPLE,
          "referrals_made",
          "Different people the customer referred to date, the customer not counted: referred of"
              + " referral_network.");
  public static final Field REFERRALS_CONVERTED =
      Field.count(
          Unit.PEOPLE,
          "referrals_converted",
          "Of the people they referred, those who have become customers.");
  public static final Field REFERRED_NET_SALES = NetworkColumns.REFERRED_NET_SALES.nullable();
  public static final Field REFERRAL_GENERATIONS =
      Field.count(
          Unit.GENERATIONS,
          "referral_generations",
          "Generations of people below the customer who were referred: generations of"
              + " referral_network.");
  public static final List<Field> FEATURES =
      List.of(REFERRALS_MADE, REFERRALS_CONVERTED, REFERRED_NET_SALES, REFERRAL_GENERATIONS);

  private ReferralColumns() {}
}
