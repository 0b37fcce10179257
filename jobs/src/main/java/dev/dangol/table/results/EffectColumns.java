package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of {@code effects}, and intermediate ones between events and it. */
public final class EffectColumns {
  public static final Field EFFECT =
      Field.text(
              "effect",
              "The comparison: what happened, then the outcome. membership (joined the programme),"
                  + " review, survey and activity (took part after a purchase), repair (a fault was"
                  + " resolved for good by the landmark), resolved (any case was),"
                  + " reply_within_hour (against later), service_not_promotion (spoke with the"
                  + " service, against got a promotion), content (gave a good rating), review_heard"
                  + " and survey_heard (the business acted on what they said), with _retention"
                  + " (bought in the span), _net_sales or _referrals; satisfaction_to_loyalty"
                  + " (content, on buying in a month) and loyalty_to_net_sales (came back, on net"
                  + " sales in a month).")
          .asRequired();
  public static final Field LAG_MONTHS =
      Field.count(
              "lag_months",
              "The month of 30 days after the landmark that is compared, from 1; 0 for the whole"
                  + " span of effects.follow-days.")
          .asRequired();
  public static final Field TREATED =
      UpliftColumns.TREATED.renamed(
          "treated", "Customers it happened to who have others like them.");
  public static final Field COMPARED =
      Field.count("compared", "Others like them, to whom it did not happen by the landmark.")
          .asRequired();
  public static final Field DIFFERENCE =
      Field.number(
              "difference",
              "Mean outcome of the treated less that of the compared, these weighted as the treated"
                  + " are spread: a difference of shares, or of net sales per customer.")
          .asRequired();
  public static final Field LOW =
      Field.number("low", "Lower end of the 95 % interval of difference.").asRequired();
  public static final Field HIGH = Field.number("high", "Upper end of the same.").asRequired();
  public static final Field METHOD =
      Field.text(
              "method",
              "How they were compared: coarsened exact matching, and the measures before it in"
                  + " which both had to be alike.")
          .asRequired();
  public static final Field BALANCE =
      Field.number(
              "balance",
              "The largest difference of a measure before it that is left between the matched"
                  + " groups, in standard deviations.")
          .asRequired();

  public static final Field Q_VALUE =
      Field.number(
          "q_value",
          "Smallest false discovery rate at which the difference counts, after Benjamini and"
              + " Hochberg over all comparisons of the day, 0 to 1.");
  public static final Field BEYOND_CHANCE =
      Field.flag(
          "beyond_chance", "True where q_value is at most profiles.max-q: more than chance gives.");

  public static final Table TABLE =
      new Table(
          "effects",
          "What followed for customers to whom something happened, against others like them before"
              + " it. No row where the two groups cannot be made alike; not_measured says why.",
          List.of(
              SharedColumns.AS_OF, EFFECT, VoiceColumns.GROUP_KIND, VoiceColumns.GROUP, LAG_MONTHS),
          List.of(
              SharedColumns.AS_OF,
              EFFECT,
              VoiceColumns.GROUP_KIND,
              VoiceColumns.GROUP,
              LAG_MONTHS,
              TREATED,
              COMPARED,
              DIFFERENCE,
              LOW,
              HIGH,
              METHOD,
              BALANCE,
              Q_VALUE,
              BEYOND_CHANCE));

  /** Intermediate columns, never stored. */
  public static final Field EVENT_KIND = Field.text("_event_kind", "The kind of an event.");

  public static final Field DAY_NUMBER = Field.count("_day_number", "Days since 1970.");
  public static final Field AMOUNT = Field.number("_amount", "What it amounts to; null for none.");
  public static final Field SPAN_DAYS =
      Field.number("_span_days", "Days until it was resolved; null where it was not.");
  public static final Field MARK = Field.text("_mark", "The channel; null for none.");
  public static final Field STRATUM =
      Field.list("_stratum", "What the customers of a stratum have in common.");
  public static final Field IS_TREATED = Field.flag("_is_treated", "True where it happened.");
  public static final Field ARM_CUSTOMERS = Field.count("_arm_customers", "Customers of an arm.");
  public static final Field ARM_PARTS = Field.numberList("_arm_parts", "Sums over an arm.");

  /** The columns of an event. */
  public static final List<Field> EVENT =
      List.of(SharedColumns.CUSTOMER_ID, EVENT_KIND, DAY_NUMBER, AMOUNT, SPAN_DAYS, MARK);

  /** The columns of an arm in a stratum. */
  public static final List<Field> ARM =
      List.of(EFFECT, LAG_MONTHS, STRATUM, IS_TREATED, ARM_CUSTOMERS, ARM_PARTS);

  private EffectColumns() {}
}
