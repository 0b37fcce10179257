package dev.dangol.segments;

import dev.dangol.segments.kmeans.ClusterTrial;
import dev.dangol.segments.lineage.SegmentDescent;
import dev.dangol.table.AsOf;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The fit's findings as rows of the tables segments and segment_search. */
final class SegmentRows {
  /** A small effect (Cohen 1988): less sets nobody apart. */
  private static final double NOTEWORTHY = 0.2;

  private static final int TOP = 3;

  private SegmentRows() {}

  /** The living and those that have just ended. */
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
    return RowFactory.create(
        asOf.day(),
        segment.id(),
        segment.name().english(),
        segment.name().korean(),
        profile.size(),
        (double) profile.size() / census.customers(),
        profile.netSales(),
        share(profile.netSales(), census.netSales()),
        profile.typical(),
        profile.qualities(),
        profile.effects().stream()
            .filter(effect -> effect.atLeast(NOTEWORTHY))
            .limit(TOP)
            .map(FeatureEffect::signed)
            .toList(),
        descent.event().word(),
        descent.parents(),
        orNull(descent.evidence().sharedShare()),
        orNull(descent.evidence().jaccard()),
        orNull(descent.evidence().distance()),
        profile.medoid());
  }

  private static Row row(ClusterTrial trial, Boolean chosen, AsOf asOf) {
    return RowFactory.create(
        asOf.day(),
        (long) trial.k(),
        orNull(trial.silhouette()),
        orNull(trial.stability()),
        trial.smallestShare(),
        chosen);
  }

  private static Double share(BigDecimal part, BigDecimal total) {
    return total.signum() <= 0
        ? null
        : Double.valueOf(part.divide(total, 16, RoundingMode.HALF_EVEN).doubleValue());
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : Double.valueOf(value);
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
  }
}
