package dev.dangol.table;

import java.util.List;
import java.util.Optional;

/** Every source that can be configured, in the order in which they are read. */
public final class Sources {
  public static final Source PURCHASES =
      new Source(
          "purchases",
          "An accepted purchase line.",
          Optional.of(Purchases.PURCHASED_AT),
          List.of(Columns.ORDER_ID, Purchases.LINE_ID),
          Purchases.FIELDS,
          Purchases.MADE);
  public static final Source REVIEWS =
      new Source(
          "reviews",
          "An accepted product review.",
          Optional.of(Reviews.REVIEWED_AT),
          List.of(Reviews.REVIEW_ID),
          Reviews.FIELDS);
  public static final Source ENGAGEMENT =
      new Source(
          "engagement",
          "An accepted engagement event.",
          Optional.of(Engagement.OCCURRED_AT),
          List.of(Engagement.EVENT_ID),
          Engagement.FIELDS);
  public static final Source REFERRALS =
      new Source(
          "referrals",
          "An accepted referral of one person by another.",
          Optional.of(Referrals.REFERRED_AT),
          List.of(),
          Referrals.FIELDS);
  public static final Source CUSTOMERS =
      new Source(
          "customers",
          "An accepted customer record, without direct identifiers.",
          Optional.empty(),
          List.of(Columns.CUSTOMER_ID),
          Customers.FIELDS);
  public static final Source MESSAGES =
      new Source(
          "messages",
          "An accepted message sent to a customer.",
          Optional.of(Messages.SENT_AT),
          List.of(Messages.MESSAGE_ID),
          Messages.FIELDS);
  public static final Source SUPPORT =
      new Source(
          "support",
          "An accepted support case.",
          Optional.of(Support.OPENED_AT),
          List.of(Support.CASE_ID),
          Support.FIELDS);
  public static final Source SURVEYS =
      new Source(
          "surveys",
          "An accepted survey answer.",
          Optional.of(Surveys.ANSWERED_AT),
          List.of(),
          Surveys.FIELDS);
  public static final Source LOYALTY =
      new Source(
          "loyalty",
          "An accepted movement in the loyalty programme.",
          Optional.of(Loyalty.OCCURRED_AT),
          List.of(),
          Loyalty.FIELDS);
  public static final Source COSTS =
      new Source(
          "costs",
          "An accepted cost of winning or keeping customers.",
          Optional.of(Costs.SPENT_AT),
          List.of(),
          Costs.FIELDS);

  public static final Source RATES =
      new Source(
          "rates",
          "An accepted exchange rate.",
          Optional.of(Rates.VALID_FROM),
          List.of(Rates.OF_CURRENCY, Rates.VALID_FROM),
          Rates.FIELDS);

  public static final List<Source> ALL =
      List.of(
          PURCHASES,
          REVIEWS,
          ENGAGEMENT,
          REFERRALS,
          CUSTOMERS,
          MESSAGES,
          SUPPORT,
          SURVEYS,
          LOYALTY,
          COSTS,
          RATES);

  private Sources() {}

  public static Optional<Source> named(String name) {
    return ALL.stream().filter(source -> source.name().equals(name)).findFirst();
  }
}
