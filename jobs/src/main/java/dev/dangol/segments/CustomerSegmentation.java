package dev.dangol.segments;

import dev.dangol.config.SegmentSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.results.SegmentColumns;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Segmentation of customers: k-means on prepared features, with the number of segments chosen by
 * silhouette, stability and size. See {@link FeatureScaling} and {@link
 * dev.dangol.segments.kmeans.ClusterTrial}. A segment that was there on an earlier day keeps its id
 * and its name, see {@link dev.dangol.segments.lineage.SegmentLineage}. The same customers and the
 * same past give the same segments, whatever the order or partitioning of the rows.
 *
 * @param segments the table segments
 * @param customers the table customer_segments: all customers, those set aside too
 * @param search the table segment_search; empty where a stored model was used
 * @param history the changes since the last day that was run
 * @param leftOut the configured features that customers could not be compared by, with the reason
 */
@RunsSparkJobs
public record CustomerSegmentation(
    Dataset<Row> segments,
    Dataset<Row> customers,
    Dataset<Row> search,
    SegmentHistory history,
    Map<String, String> leftOut) {
  public CustomerSegmentation {
    leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
  }

  /**
   * Tables on the changes from day to day.
   *
   * @param flows the table segment_flows
   * @param models the table segment_models
   * @param drift the table segment_drift
   */
  public record SegmentHistory(Dataset<Row> flows, Dataset<Row> models, Dataset<Row> drift) {}

  /**
   * Fits and applies the segments of a day that has no past.
   *
   * @param features one row per customer, with the columns of customer_features of one day
   * @param asOf that day
   */
  public static CustomerSegmentation of(
      Dataset<Row> features, SegmentSettings settings, AsOf asOf) {
    return of(features, settings, Optional.empty(), asOf);
  }

  /**
   * Fits and applies the segments, or applies those of a stored model while it serves. This runs
   * Spark jobs at once; the table of customers is as lazy as any.
   *
   * @param features one row per customer, with the columns of customer_features of one day
   * @param past the tables of earlier days; empty where there are none
   * @param asOf that day
   * @throws dev.dangol.problem.BadSetting where a configured name belongs to another segment
   */
  public static CustomerSegmentation of(
      Dataset<Row> features, SegmentSettings settings, Optional<PreviousTables> past, AsOf asOf) {
    MeasureColumns measures = MeasureColumns.of(features, settings.features());
    PreviousSegments earlier = past.map(PreviousSegmentsReader::of).orElse(PreviousSegments.NONE);
    Optional<StoredModel> stored =
        earlier.model().filter(model -> model.serves(measures, settings, asOf));
    SegmentModelFitter fit = new SegmentModelFitter(features, measures, settings, earlier);
    SegmentationResult fitted = stored.map(fit::scored).orElseGet(fit::fitted);
    SegmentIdentities roster = SegmentIdentities.of(fitted, earlier, settings.keeping(), asOf);
    HistoryRows history = new HistoryRows(measures, fitted, roster, asOf);
    List<SegmentLabel> labels =
        PublishedSegment.labels(roster.living(), fitted.model().centres().count());
    Dataset<Row> members = SegmentMembers.of(features, measures, fitted.model(), labels);
    return new CustomerSegmentation(
        table(features, SegmentColumns.SEGMENTS, SegmentRows.segments(roster, fitted, asOf)),
        customers(members, asOf),
        table(features, SegmentColumns.SEGMENT_SEARCH, SegmentRows.search(fitted, asOf)),
        new SegmentHistory(
            table(features, SegmentColumns.SEGMENT_FLOWS, history.flows()),
            table(features, SegmentColumns.SEGMENT_MODELS, history.model(stored, settings)),
            table(
                features,
                SegmentColumns.SEGMENT_DRIFT,
                history.drift(earlier.model(), settings.keeping().driftAlarm()))),
        fitted.leftOut());
  }

  private static Dataset<Row> customers(Dataset<Row> members, AsOf asOf) {
    return members.select(
        SharedColumns.AS_OF.is(asOf.column()),
        SharedColumns.CUSTOMER_ID.col(),
        SharedColumns.SEGMENT_ID.col(),
        SharedColumns.SEGMENT_NAME.col(),
        SegmentColumns.DISTANCE.col(),
        SegmentColumns.OUTLIER.col());
  }

  private static Dataset<Row> table(Dataset<Row> near, Table table, List<Row> rows) {
    return near.sparkSession().createDataFrame(rows, table.schema());
  }
}
