package dev.dangol.table;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.trim;

import org.apache.spark.sql.Column;

/** Columns that several tables share. */
public final class SharedColumns {
  public static final Field AS_OF =
      Field.day("as_of", "The day the row describes: all of it is included, nothing after it.")
          .asRequired();

  /** Parts a table that several jobs write, so that each replaces its own rows alone. */
  public static final Field OWNING_JOB =
      Field.text(
              "job",
              "The job that wrote the row and alone replaces it; null in rows from before there was"
                  + " this column, until a job replaces their day.")
          .asRequired();

  public static final Field CUSTOMER_ID =
      Field.text("customer_id", "The customer, as the business knows them.").asRequired();
  public static final Field SOURCE_ROW =
      Field.text(
              "source_row",
              "Where the row comes from: the source and a fingerprint of the row's content, the"
                  + " same wherever the row is in the files.")
          .asRequired();
  public static final Field CHANNEL =
      Field.text("channel", "Where it happened: shop, app, mail, store….");
  public static final Field CATEGORY = Field.text("category", "The product's category.");
  public static final Field PRODUCT_ID = Field.text("product_id", "The product.");
  public static final Field ORDER_ID =
      Field.text("order_id", "The order that the row belongs to; null where orders are not known.");
  public static final Field CAMPAIGN_ID =
      Field.text("campaign_id", "The campaign that the row belongs to.");
  public static final Field ARRIVED_AT =
      Field.instant(
          "arrived_at", "When the row became known to the business; null where it is not known.");
  public static final Field ACTED_ON_AT =
      Field.instant(
          "acted_on_at",
          "When the business acted on it, such as by mending what was criticised; null where it did"
              + " not.");
  public static final Field COST_AMOUNT =
      Field.amount("cost_amount", "What it cost the business, in the reporting currency.");
  public static final Field SEGMENT_ID =
      Field.text(
          "segment_id",
          "The segment; null only for outliers of days that were run before they had one.");
  public static final Field SEGMENT_NAME =
      Field.text("segment_name", "The segment's name, from what distinguishes it most.");
  public static final Field COHORT = Field.text("cohort", "The cohort's name.").asRequired();

  private SharedColumns() {}

  /**
   * The channel as all tables but the clean ones show it: in small letters, without blanks around
   * it; null for an empty one.
   */
  public static Column channelName() {
    return nullif(lower(trim(CHANNEL.col())), lit(""));
  }
}
