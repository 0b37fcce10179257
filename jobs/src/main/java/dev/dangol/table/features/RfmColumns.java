package dev.dangol.table.features;

import dev.dangol.table.Field;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code customer_features} on recency, frequency and monetary value. */
public final class RfmColumns {
  public static final Field RECENCY_SCORE =
      Field.count(
              Unit.POINTS,
              "recency_score",
              "How recently the customer bought: 1 for the longest ago to features.rfm.quantiles, 5"
                  + " unless configured, by days_since_last_order; customers with the same value"
                  + " share a score.")
          .asRequired();
  public static final Field FREQUENCY_SCORE =
      RECENCY_SCORE.renamed(
          "frequency_score", "How often they bought, by frequency; made as recency_score is.");
  public static final Field MONETARY_SCORE =
      RECENCY_SCORE.renamed(
          "monetary_score",
          "How much they bought, by net_sales_lifetime; made as recency_score is.");
  public static final Field RFM_GROUP =
      Field.text(
              "rfm_group",
              "The first group of features.rfm.groups that the three scores fall into; others where"
                  + " they fall into none.")
          .asRequired();

  /** All of them, in order. */
  public static final List<Field> FEATURES =
      List.of(RECENCY_SCORE, FREQUENCY_SCORE, MONETARY_SCORE, RFM_GROUP);

  private RfmColumns() {}
}
