package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of {@code backtest}: the later outcomes of earlier selections of customers. */
public final class ProofColumns {
  public static final Field CUTOFF =
      Field.day(
              "cutoff",
              "The earlier day on which the customers were chosen, by what was known then; outcomes"
                  + " are counted from the day after it to the as-of day.")
          .asRequired();
  public static final Field METHOD =
      Field.text(
              "method",
              "How they were chosen: ideal (the cohort), fit (rank on the scorecard), rfm, spend,"
                  + " recency, frequency, clv, or chance (the mean of random choices).")
          .asRequired();
  public static final Field SHARE =
      Field.number("share", "The chosen customers as a share of all customers of the cut-off.")
          .asRequired();
  public static final Field CHOSEN_CUSTOMERS =
      Field.count("customers", "The number of customers chosen.");
  public static final Field REVENUE =
      Field.number(
          "revenue_captured",
          "Their share of what all customers of the cut-off bought later, net of refunds; below 0"
              + " or above 1 where refunds outweigh sales, null where later net sales are not"
              + " positive.");
  public static final Field REVENUE_LOW =
      Field.number(
          "revenue_low",
          "Lower end of the 95 % interval of revenue_captured: for chance that of random choices of"
              + " these customers, else that of such customers again.");
  public static final Field REVENUE_HIGH =
      Field.number("revenue_high", "Upper end of the same interval.");
  public static final Field MARGIN =
      Field.number(
          "margin_captured",
          "Their share of later margin, as far as margins are known; null where it is not"
              + " positive.");
  public static final Field ORDERS =
      Field.number("orders_captured", "Their share of later orders; null where there are none.");
  public static final Field REFERRALS =
      Field.number(
          "referrals_captured",
          "Their share of the referrals made later that have become customers; null where there are"
              + " none.");
  public static final Field RETENTION =
      Field.number("retained_share", "The share of them who bought at least once later, 0 to 1.");
  public static final Field LEAD =
      Field.number(
          "ideal_lead",
          "revenue_captured of the ideal cohort less that of this method; null at other sizes than"
              + " the ideal cohort's own.");
  public static final Field LEAD_LOW =
      Field.number(
          "ideal_lead_low",
          "Lower end of its 95 % interval: above 0, the ideal cohort was better by more than"
              + " chance.");
  public static final Field LEAD_HIGH =
      Field.number("ideal_lead_high", "Upper end of the same: below 0, it was worse.");

  public static final Field FIT_LEAD =
      Field.number(
          "fit_lead",
          "revenue_captured of as many customers by rank on the scorecard less that of this method;"
              + " null for fit itself.");
  public static final Field FIT_LEAD_LOW =
      Field.number(
          "fit_lead_low",
          "Lower end of its 95 % interval: above 0, the rank was better by more than chance.");
  public static final Field FIT_LEAD_HIGH =
      Field.number("fit_lead_high", "Upper end of the same: below 0, it was worse.");

  public static final Table TABLE =
      new Table(
          "backtest",
          "An earlier choice of customers, and its share of what followed.",
          List.of(SharedColumns.AS_OF, CUTOFF, METHOD, SHARE),
          List.of(
              SharedColumns.AS_OF,
              CUTOFF,
              METHOD,
              SHARE,
              CHOSEN_CUSTOMERS,
              REVENUE,
              REVENUE_LOW,
              REVENUE_HIGH,
              MARGIN,
              ORDERS,
              REFERRALS,
              RETENTION,
              LEAD,
              LEAD_LOW,
              LEAD_HIGH,
              FIT_LEAD,
              FIT_LEAD_LOW,
              FIT_LEAD_HIGH));

  /** Intermediate columns, never stored. */
  public static final Field LATER_NET = Field.total("_later_net", "Net sales after the cut-off.");

  public static final Field LATER_SQUARES =
      Field.number("_later_squares", "Squares of customers' later net sales, added up.");
  public static final Field LATER_MARGIN = Field.total("_later_margin", "Known later margin.");
  public static final Field LATER_ORDERS = Field.count("_later_orders", "Orders later.");
  public static final Field LATER_REFERRALS =
      Field.count("_later_referrals", "Referrals made later that have become customers.");
  public static final Field LATER_BUYERS =
      Field.count("_later_buyers", "Customers who bought later.");
  public static final Field IS_IDEAL = Field.flag("_is_ideal", "True for the ideal cohort.");
  public static final Field SCORE = Field.number("_score", "The higher, the sooner chosen.");
  public static final Field PLACE = Field.count("_place", "The rank: 1 is chosen first.");
  public static final Field SIZE_CLASS =
      Field.count("_size_class", "The number of sizes that are too small for the rank.");

  public static final Field FIT_CLASS =
      Field.count("_fit_class", "The same for the rank on the scorecard.");

  private ProofColumns() {}
}
