package dev.dangol.table.sources;

import dev.dangol.table.SharedColumns;
import java.util.List;
import java.util.Optional;

/** Every source that can be configured, in the order in which they are read. */
public final class Sources {
  public static final Source PURCHASES =
      new Source(
          "purchases",
          "An accepted purchase line.",
          Optional.of(PurchaseSource.PURCHASED_AT),
          List.of(SharedColumns.ORDER_ID, PurchaseSource.LINE_ID),
          PurchaseSource.FIELDS,
          PurchaseSource.MADE);
  public static final Source REVIEWS =
      new Source(
          "reviews",
          "An accepted product review.",
          Optional.of(ReviewSource.REVIEWED_AT),
          List.of(ReviewSource.REVIEW_ID),
          ReviewSource.FIELDS);
  public static final Source ENGAGEMENT =
      new Source(
          "engagement",
          "An accepted engagement event.",
          Optional.of(EngagementSource.OCCURRED_AT),
          List.of(EngagementSource.EVENT_ID),
          EngagementSource.FIELDS);
  public static final Source REFERRALS =
      new Source(
          "referrals",
          "An accepted referral of one person by another.",
          Optional.of(ReferralSource.REFERRED_AT),
          List.of(),
          ReferralSource.FIELDS);
  public static final Source CUSTOMERS =
      new Source(
          "customers",
          "An accepted customer record, without direct identifiers.",
          Optional.empty(),
          List.of(SharedColumns.CUSTOMER_ID),
          CustomerSource.FIELDS);
  public static final Source MESSAGES =
      new Source(
          "messages",
          "An accepted message sent to a customer.",
          Optional.of(MessageSource.SENT_AT),
          List.of(MessageSource.MESSAGE_ID),
          MessageSource.FIELDS);
  public static final Source SUPPORT =
      new Source(
          "support",
          "An accepted support case.",
          Optional.of(SupportSource.OPENED_AT),
          List.of(SupportSource.CASE_ID),
          SupportSource.FIELDS);
  public static final Source SURVEYS =
      new Source(
          "surveys",
          "An accepted survey answer.",
          Optional.of(SurveySource.ANSWERED_AT),
          List.of(),
          SurveySource.FIELDS);
  public static final Source LOYALTY =
      new Source(
          "loyalty",
          "An accepted movement in the loyalty programme.",
          Optional.of(LoyaltySource.OCCURRED_AT),
          List.of(),
          LoyaltySource.FIELDS);
  public static final Source COSTS =
      new Source(
          "costs",
          "An accepted cost of winning or keeping customers.",
          Optional.of(CostSource.SPENT_AT),
          List.of(),
          CostSource.FIELDS);

  public static final Source RATES =
      new Source(
          "rates",
          "An accepted exchange rate.",
          Optional.of(RateSource.VALID_FROM),
          List.of(RateSource.OF_CURRENCY, RateSource.VALID_FROM),
          RateSource.FIELDS);

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

  public static Optional<Source> byName(String name) {
    return ALL.stream().filter(source -> source.name().equals(name)).findFirst();
  }
}
