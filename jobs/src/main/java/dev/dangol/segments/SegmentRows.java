package dev.dangol.segments;

import dev.dangol.segments.kmeans.ClusterTrial;
import dev.dangol.segments.lineage.SegmentDescent;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.SegmentColumns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Rows of the tables segments and segment_search, from the results of the fit. */
final class SegmentRows {
  /** A small effect (Cohen 1988); a segment does not differ noticeably by less. */
  private static final double NOTEWORTHY = 0.2;

  private static final int TOP = 3;

  private SegmentRows() {}

  /** The living segments and those that have just ended. */
  static List<Row> segments(SegmentIdentities roster, SegmentationResult fitted, AsOf asOf) {
    return Stream.concat(roster.living().stream(), roster.retired().stream())
        .map(segment -> row(segment, fitted.census(), asOf))
        .toList();
  }

  static List<Row> search(SegmentationResult fitted, AsOf asOf) {
    return IntStream.range(0, fitted.trials().size())
        .mapToObj(i -> row(fitted.trials().get(i), i == fitted.chosen(), asOf))
        .toList();
  }

  private static Row row(PublishedSegment segment, SegmentTransitions census, AsOf asOf) {
    SegmentProfile profile = segment.profile();
    SegmentDescent descent = segment.descent();
    return RowWriter.of(SegmentColumns.SEGMENTS)
        .set(SharedColumns.AS_OF, asOf)
        .set(SharedColumns.SEGMENT_ID, segment.id())
        .set(SharedColumns.SEGMENT_NAME, segment.name().english())
        .set(SegmentColumns.SEGMENT_NAME_KO, segment.name().korean())
        .set(SegmentColumns.SIZE, profile.size())
        .set(SegmentColumns.OUTLIERS, profile.outliers())
        .set(SegmentColumns.SHARE, (double) profile.size() / census.customers())
        .set(SegmentColumns.NET_SALES, profile.netSales())
        .set(SegmentColumns.SHARE_OF_NET_SALES, share(profile.netSales(), census.netSales()))
        .set(SegmentColumns.CENTRE, profile.typical())
        .set(SegmentColumns.MEANS, profile.qualities())
        .set(SegmentColumns.TOP_FEATURES, topFeatures(profile))
        .set(SegmentColumns.EVENT, descent.event().word())
        .set(SegmentColumns.PARENT_IDS, descent.parents())
        .set(SegmentColumns.SHARED_SHARE, orNull(descent.evidence().sharedShare()))
        .set(SegmentColumns.JACCARD, orNull(descent.evidence().jaccard()))
        .set(SegmentColumns.CENTRE_DISTANCE, orNull(descent.evidence().distance()))
        .set(SegmentColumns.MEDOID, profile.medoid())
        .row();
  }

  private static List<String> topFeatures(SegmentProfile profile) {
    return profile.effects().stream()
        .filter(effect -> effect.atLeast(NOTEWORTHY))
        .limit(TOP)
        .map(FeatureEffect::signed)
        .toList();
  }

  private static Row row(ClusterTrial trial, Boolean chosen, AsOf asOf) {
    return RowWriter.of(SegmentColumns.SEGMENT_SEARCH)
        .set(SharedColumns.AS_OF, asOf)
        .set(SegmentColumns.K, (long) trial.k())
        .set(SegmentColumns.SILHOUETTE, trial.silhouette())
        .set(SegmentColumns.STABILITY, trial.stability())
        .set(SegmentColumns.SMALLEST_SHARE, trial.smallestShare())
        .set(SegmentColumns.CHOSEN, chosen)
        .row();
  }

  private static Double share(BigDecimal part, BigDecimal total) {
    return total.signum() <= 0
        ? null
        : Double.valueOf(part.divide(total, 16, RoundingMode.HALF_EVEN).doubleValue());
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : Double.valueOf(value);
  }
}
