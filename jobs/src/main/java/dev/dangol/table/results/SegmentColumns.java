package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of the segment tables. */
public final class SegmentColumns {
  public static final Field SEGMENT_NAME_KO =
      Field.text("segment_name_ko", "The segment's name in Korean.");
  public static final Field SIZE =
      Field.count("size", "The number of customers it holds, outliers included.").asRequired();
  public static final Field OUTLIERS =
      Field.count(
          "outliers",
          "How many of them are outliers: they had no part in the fit and are in the nearest"
              + " segment; null on days that were run before they had one.");
  public static final Field SHARE =
      Field.number("share", "Its share of all customers, with its outliers, 0 to 1.").asRequired();
  public static final Field NET_SALES =
      Field.total("net_sales", "Net sales to date of its customers, outliers included.")
          .asRequired();
  public static final Field SHARE_OF_NET_SALES =
      Field.number(
          "share_of_net_sales",
          "Its share of all customers' net sales to date, with its outliers; null where the total"
              + " is not positive.");
  public static final Field CENTRE =
      Field.numbers(
          "centre",
          "The mean of each feature used over those of its customers who have it, without outliers,"
              + " in the feature's own unit; unmeasured ones absent.");
  public static final Field MEANS =
      Field.numbers(
          "means",
          "The mean of each quality over its customers without outliers, 0 to 100; unmeasured ones"
              + " absent.");
  public static final Field TOP_FEATURES =
      Field.list("top_features", "What sets it apart most, strongest first, such as +frequency.");
  public static final Field DISTANCE =
      Field.number(
          "distance",
          "Distance to the segment's centre, in scaled units, of which no feature counts more than"
              + " four from the middle; null for an outlier of a day that was run before outliers"
              + " had a segment.");
  public static final Field OUTLIER =
      Field.flag(
              "outlier",
              "True where the customer is too far from everyone else to have a part in the fit; they are"
                  + " in the nearest segment.")
          .asRequired();
  public static final Field K = Field.count("k", "The number of segments tried.").asRequired();
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
  public static final Field CHOSEN =
      Field.flag("chosen", "True for the k that was used.").asRequired();
  public static final Field EVENT =
      Field.text(
              "event",
              "What happened to it since the last day that was run: born, matched, split (most of"
                  + " it was part of another one), merged (it holds most of one that ended) or"
                  + " retired (it ended; the row has size 0).")
          .asRequired();
  public static final Field PARENT_IDS =
      Field.list(
          "parent_ids",
          "The segments of the last day run that it comes from, first the one that it continues.");
  public static final Field SHARED_SHARE =
      Field.number(
          "shared_share",
          "Of its customers known on both days the share that comes from its parents; for one that"
              + " was born the largest share from one segment, for one that is retired the largest"
              + " share that one segment took; null where no customer was known.");
  public static final Field JACCARD =
      Field.number(
          "jaccard",
          "Shared members of it and its first parent, or of it and the segment most alike, of all"
              + " members of either known on both days, 0 to 1; null where there are none.");
  public static final Field CENTRE_DISTANCE =
      Field.number(
          "centre_distance",
          "Distance of the centres of those two, in the scaled units of the day's model; null where"
              + " there is no other.");
  public static final Field MEDOID =
      Field.text(
          "medoid_customer_id",
          "The typical member: the customer nearest to the centre who is no outlier, of several the"
              + " first id; null where there is none or that customer was forgotten.");
  public static final Field FROM =
      Field.text(
              "from",
              "The segment on the last day that was run: a segment_id, or new for customers who"
                  + " were none then; outlier for one who had no segment on that day.")
          .asRequired();
  public static final Field TO =
      Field.text("to", "The segment now: a segment_id, or left for customers who are none now.")
          .asRequired();
  public static final Field FITTED_ON =
      Field.day("fitted_on", "The as-of day on whose customers the model was fitted.").asRequired();
  public static final Field MODEL_JSON =
      Field.text(
              "model_json",
              "The model as JSON: how each feature is prepared, the centre of each segment in"
                  + " scaled units, and how customers were spread on the day of the fit.")
          .asRequired();
  public static final Field DRIFTING =
      Field.text(
              "drifting",
              "The feature, or segment_sizes for the shares of customers in each segment.")
          .asRequired();
  public static final Field STABILITY_INDEX =
      Field.number(
          "population_stability_index",
          "How far customers have moved since the day compared with, 0 for not at all.");
  public static final Field COMPARED_WITH =
      Field.day("compared_with", "The as-of day on which segments were fitted before.")
          .asRequired();
  public static final Field ALARM =
      Field.flag("alarm", "True where the index is above segments.drift-alarm.").asRequired();

  public static final Table SEGMENTS =
      new Table(
          "segments",
          "A kind of customer, found by k-means, or one that has just ended.",
          List.of(SharedColumns.AS_OF, SharedColumns.SEGMENT_ID),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.SEGMENT_ID,
              SharedColumns.SEGMENT_NAME,
              SEGMENT_NAME_KO,
              SIZE,
              SHARE,
              NET_SALES,
              SHARE_OF_NET_SALES,
              CENTRE,
              MEANS,
              TOP_FEATURES,
              EVENT,
              PARENT_IDS,
              SHARED_SHARE,
              JACCARD,
              CENTRE_DISTANCE,
              MEDOID,
              OUTLIERS));
  public static final Table CUSTOMER_SEGMENTS =
      new Table(
          "customer_segments",
          "A customer and the segment they belong to.",
          List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.CUSTOMER_ID,
              SharedColumns.SEGMENT_ID,
              SharedColumns.SEGMENT_NAME,
              DISTANCE,
              OUTLIER));
  public static final Table SEGMENT_SEARCH =
      new Table(
          "segment_search",
          "A number of segments that was tried, and how good it was.",
          List.of(SharedColumns.AS_OF, K),
          List.of(SharedColumns.AS_OF, K, SILHOUETTE, STABILITY, SMALLEST_SHARE, CHOSEN));
  public static final Table SEGMENT_FLOWS =
      new Table(
          "segment_flows",
          "How many customers went from one segment to another since the last day that was run.",
          List.of(SharedColumns.AS_OF, FROM, TO),
          List.of(
              SharedColumns.AS_OF,
              FROM,
              TO,
              RetentionColumns.CUSTOMERS.renamed("customers", "The number of customers.")));
  public static final Table SEGMENT_MODELS =
      new Table(
          "segment_models",
          "The model that put the day's customers into segments.",
          List.of(SharedColumns.AS_OF),
          List.of(SharedColumns.AS_OF, FITTED_ON, MODEL_JSON));
  public static final Table SEGMENT_DRIFT =
      new Table(
          "segment_drift",
          "How far customers have moved in one respect since segments were fitted before.",
          List.of(SharedColumns.AS_OF, DRIFTING),
          List.of(SharedColumns.AS_OF, DRIFTING, STABILITY_INDEX, COMPARED_WITH, ALARM));

  private SegmentColumns() {}
}
