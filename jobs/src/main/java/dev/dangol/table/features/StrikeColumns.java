package dev.dangol.table.features;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/**
 * Columns of {@code strikes}, and of {@code customer_features} on bad experiences. A strike is a
 * day with bad experiences of one kind, however many.
 */
public final class StrikeColumns {
  /** A rating in the lower half of the scale; on the day of the review. */
  public static final String LOW_RATING = "low_rating";

  /** An order of which something was given back; on the day of the first refund. */
  public static final String FAULT_REFUND = "fault_refund";

  /** A support case with a fault of the business; on the day it was opened. */
  public static final String FAULT_CASE = "fault_case";

  /** An order that came after its promise, or not at all; on the day of the promise. */
  public static final String LATE_DELIVERY = "late_delivery";

  /** A support case without a first reply in time; on the day on which the time ran out. */
  public static final String MISSED_REPLY = "missed_reply";

  /** A support case that was opened again; on that day. */
  public static final String REOPENED_CASE = "reopened_case";

  /** The kinds in which customers themselves said that something was wrong. */
  public static final List<String> COMPLAINTS =
      List.of(LOW_RATING, FAULT_CASE, MISSED_REPLY, REOPENED_CASE);

  public static final Field STRIKE_COUNT =
      Field.count("strike_count", "How many strikes: 0, 1, or 2 for two and more.").asRequired();
  public static final Field CUSTOMERS =
      RepeatColumns.CUSTOMERS.renamed(
          "customers", "Customers with so many strikes by the as-of day.");
  public static final Field SURVIVAL_DAYS =
      Field.count(
              "survival_days",
              "The days for which their retention is observed:"
                  + " features.satisfaction.survival-days.")
          .asRequired();
  public static final Field OBSERVED =
      Field.count(
              "observed_customers",
              "Customers who had the n-th strike so many days or more before the as-of day,"
                  + " whatever came later; for 0 those whose first purchase day lies so far back"
                  + " and who had no strike up to that day.")
          .asRequired();
  public static final Field SURVIVED =
      Field.count(
              "survived",
              "Of those, the customers with a purchase day after the day of the strike, for 0 of"
                  + " the first purchase, and within survival_days of it.")
          .asRequired();
  public static final Field SURVIVAL =
      Field.number(
          "survival",
          "survived divided by observed_customers, 0 to 1; null where no customer is observed.");
  public static final Field BENCHMARK =
      Field.number(
          "survival_benchmark",
          "The share that others quote, not computed from this business: 1 less"
              + " benchmarks.leave_after_two_strikes, 0 to 1; null but for 2, and where it is not"
              + " configured.");
  public static final Field BENCHMARK_SOURCE =
      Field.text("benchmark_source", "Where survival_benchmark is quoted from; null without it.");

  public static final Table TABLE =
      new Table(
          "strikes",
          "How many customers had so many bad experiences, and how many of them stayed; no row"
              + " where no bad experience could be known.",
          List.of(SharedColumns.AS_OF, STRIKE_COUNT),
          List.of(
              SharedColumns.AS_OF,
              STRIKE_COUNT,
              CUSTOMERS,
              SURVIVAL_DAYS,
              OBSERVED,
              SURVIVED,
              SURVIVAL,
              BENCHMARK,
              BENCHMARK_SOURCE));

  public static final Field STRIKES_LIFETIME =
      Field.count(
          Unit.TIMES,
          "strikes_lifetime",
          "Bad experiences to date, those of one kind and day counted once: low_rating (in the"
              + " lower half of the scale), fault_refund (an order with a refund that names it),"
              + " fault_case (a support case with a fault), late_delivery (an order after its"
              + " promise), missed_reply (no first reply within features.satisfaction.reply-hours),"
              + " reopened_case; null where none of them can be known.");
  public static final Field FIRST_STRIKE_ON =
      Field.day("first_strike_on", "The day of the first of them; null without one.");
  public static final Field LAST_STRIKE_ON =
      Field.day("last_strike_on", "The day of the latest of them; null without one.");
  public static final Field STRIKE_KINDS =
      Field.list(
          "strike_kinds", "Their kinds, each once, in alphabetical order; null without one.");
  public static final Field TRUST_BREAK_ON =
      Field.day(
          "trust_break_on",
          "For a customer who broke off, the day of their latest strike in the time from"
              + " features.satisfaction.trust-days before their latest purchase until the break;"
              + " they broke off where overdue_ratio is above 2, the break being twice"
              + " median_gap_days after their latest purchase, or where they bought on one day only"
              + " and second_order_within_cycle is false, the break being the end of the cycle;"
              + " null for everyone else, and without such a strike.");
  public static final Field TRUST_BREAK_KIND =
      Field.text(
          "trust_break_kind",
          "The kind of the strike of trust_break_on; of several that day the first in alphabetical"
              + " order; null without trust_break_on.");
  public static final Field TRUST_BREAK_STRENGTH =
      Field.count(
          Unit.TIMES,
          "trust_break_strength",
          "Strikes in the time from features.satisfaction.trust-days before the latest purchase"
              + " until the break: 1 where a single one broke trust, more where they piled up; null"
              + " without trust_break_on.");
  public static final Field SILENT_LEAVER =
      Field.flag(
          "silent_leaver",
          "True for a customer who broke off, as trust_break_on has it, or of whom"
              + " main_category_falls is true, without a strike to date of the kinds low_rating,"
              + " fault_case, missed_reply and reopened_case; false for everyone else; null where"
              + " neither reviews nor support cases are known.");

  /** The columns of customer_features among them, in order. */
  public static final List<Field> FEATURES =
      List.of(
          STRIKES_LIFETIME,
          FIRST_STRIKE_ON,
          LAST_STRIKE_ON,
          STRIKE_KINDS,
          TRUST_BREAK_ON,
          TRUST_BREAK_KIND,
          TRUST_BREAK_STRENGTH,
          SILENT_LEAVER);

  private StrikeColumns() {}
}
