package dev.dangol.table;

import java.util.List;

/** Columns of the segment tables. */
public final class SegmentColumns {
  public static final Field SEGMENT_NAME_KO =
      Field.text("segment_name_ko", "The segment's name in Korean.");
  public static final Field SIZE = Field.count("size", "How many customers it holds.").always();
  public static final Field SHARE =
      Field.number("share", "Its share of all customers, those set aside included, 0 to 1.")
          .always();
  public static final Field NET_SALES =
      Field.total("net_sales", "Net sales to date of its customers.").always();
  public static final Field SHARE_OF_NET_SALES =
      Field.number(
          "share_of_net_sales",
          "Its share of all customers' net sales to date, those set aside included; null where the"
              + " total is not positive.");
  public static final Field CENTRE =
      Field.numbers(
          "centre",
          "The mean of each feature used over those of its customers who have it, in the feature's"
              + " own unit; unmeasured ones absent.");
  public static final Field MEANS =
      Field.numbers(
          "means",
          "The mean of each quality over its customers, 0 to 100; unmeasured ones absent.");
  public static final Field TOP_FEATURES =
      Field.list("top_features", "What sets it apart most, strongest first, such as +frequency.");
  public static final Field DISTANCE =
      Field.number(
          "distance", "Distance to the segment's centre, in scaled units; null for an outlier.");
  public static final Field OUTLIER =
      Field.flag("outlier", "True where the customer is set aside as too far from everyone else.")
          .always();
  public static final Field K = Field.count("k", "The number of segments tried.").always();
  public static final Field SILHOUETTE =
      Field.number(
          "silhouette",
          "Mean silhouette with squared Euclidean distance, -1 to 1; null for one segment.");
  public static final Field STABILITY =
      Field.number(
          "stability",
          "Adjusted Rand index of the segments found in two halves of the customers, 1 is perfect"
              + " agreement; null for one segment, or where a half is empty.");
  public static final Field SMALLEST_SHARE =
      Field.number("smallest_share", "Share of all customers in the smallest segment, 0 to 1.");
  public static final Field CHOSEN = Field.flag("chosen", "True for the k that was used.").always();

  public static final Table SEGMENTS =
      new Table(
          "segments",
          "A kind of customer, found by k-means.",
          List.of(Columns.AS_OF, Columns.SEGMENT_ID),
          List.of(
              Columns.AS_OF,
              Columns.SEGMENT_ID,
              Columns.SEGMENT_NAME,
              SEGMENT_NAME_KO,
              SIZE,
              SHARE,
              NET_SALES,
              SHARE_OF_NET_SALES,
              CENTRE,
              MEANS,
              TOP_FEATURES));
  public static final Table CUSTOMER_SEGMENTS =
      new Table(
          "customer_segments",
          "A customer and the segment he belongs to.",
          List.of(Columns.AS_OF, Columns.CUSTOMER_ID),
          List.of(
              Columns.AS_OF,
              Columns.CUSTOMER_ID,
              Columns.SEGMENT_ID,
              Columns.SEGMENT_NAME,
              DISTANCE,
              OUTLIER));
  public static final Table SEGMENT_SEARCH =
      new Table(
          "segment_search",
          "A number of segments that was tried, and how good it was.",
          List.of(Columns.AS_OF, K),
          List.of(Columns.AS_OF, K, SILHOUETTE, STABILITY, SMALLEST_SHARE, CHOSEN));

  private SegmentColumns() {}
}
