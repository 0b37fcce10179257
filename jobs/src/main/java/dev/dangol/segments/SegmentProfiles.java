package dev.dangol.segments;

import dev.dangol.segments.kmeans.CentreSums;
import dev.dangol.segments.kmeans.ClusterCentres;
import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Describes the segments of a model by their profiles. */
final class SegmentProfiles {
  private final MeasureColumns measures;
  private final SegmentModel model;
  private final CentreSums sums;
  private final SegmentSums tally;

  SegmentProfiles(MeasureColumns measures, SegmentModel model, CentreSums sums, SegmentSums tally) {
    this.measures = measures;
    this.model = model;
    this.sums = sums;
    this.tally = tally;
  }

  /**
   * The segments with customers, by net sales per customer, highest first, then by their centres.
   *
   * @param census by the numbers of the model's centres
   */
  List<SegmentProfile> ordered(SegmentTransitions census) {
    int count = model.centres().count();
    List<BigDecimal> netSales = census.netSales(count);
    Map<Integer, String> medoids = census.medoids(count);
    return IntStream.range(0, count)
        .filter(segment -> tally.size(segment) > 0)
        .mapToObj(segment -> profile(segment, netSales.get(segment), medoids.get(segment)))
        .sorted(this::compare)
        .toList();
  }

  /** The segments of a stored model that have no customers today. */
  List<SegmentProfile> deserted() {
    return IntStream.range(0, model.centres().count())
        .filter(segment -> tally.size(segment) == 0)
        .mapToObj(SegmentProfile::deserted)
        .toList();
  }

  private SegmentProfile profile(int segment, BigDecimal netSales, String medoid) {
    List<String> qualities = FeatureColumns.QUALITIES.stream().map(Field::name).toList();
    return new SegmentProfile(
        segment,
        tally.size(segment),
        tally.outliers(segment),
        netSales,
        means(segment, model.preparation().names()),
        means(segment, qualities),
        effects(segment),
        medoid);
  }

  private Map<String, Double> means(int segment, List<String> names) {
    Map<String, Double> means = new LinkedHashMap<>();
    for (String name : names) {
      int column = measures.columns().indexOf(name);
      if (column >= 0) {
        tally.mean(segment, column).ifPresent(mean -> means.put(name, mean));
      }
    }
    return means;
  }

  private List<FeatureEffect> effects(int segment) {
    List<FeatureEffect> effects = new ArrayList<>();
    boolean fitted = sums.count(segment) > 0;
    for (int feature = 0; fitted && feature < model.preparation().width(); feature++) {
      effects.add(
          new FeatureEffect(model.preparation().names().get(feature), effect(segment, feature)));
    }
    effects.sort(FeatureEffect.STRONGEST);
    return effects;
  }

  private double effect(int segment, int feature) {
    double sum = 0;
    for (int other = 0; other < model.centres().count(); other++) {
      sum += sums.sum(other, feature);
    }
    double overall = sum / sums.rows();
    double variance = tally.squares(feature) / sums.rows() - overall * overall;
    double mean = sums.sum(segment, feature) / sums.count(segment);
    return variance > 0 ? (mean - overall) / Math.sqrt(variance) : 0;
  }

  private int compare(SegmentProfile one, SegmentProfile other) {
    BigDecimal left = one.netSales().multiply(BigDecimal.valueOf(other.size()));
    BigDecimal right = other.netSales().multiply(BigDecimal.valueOf(one.size()));
    int byMean = right.compareTo(left);
    ClusterCentres centres = model.centres();
    return byMean != 0
        ? byMean
        : IntStream.range(0, centres.width())
            .map(i -> Double.compare(centres.at(one.centre(), i), centres.at(other.centre(), i)))
            .filter(order -> order != 0)
            .findFirst()
            .orElse(0);
  }
}
