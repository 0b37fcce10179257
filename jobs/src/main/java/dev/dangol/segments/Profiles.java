package dev.dangol.segments;

import dev.dangol.segments.kmeans.Appraisal;
import dev.dangol.segments.kmeans.Centres;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Describes the segments of a model that hold anyone. */
final class Profiles {
  private final Measures measures;
  private final Model model;
  private final Appraisal appraisal;
  private final Tally tally;

  Profiles(Measures measures, Model model, Appraisal appraisal, Tally tally) {
    this.measures = measures;
    this.model = model;
    this.appraisal = appraisal;
    this.tally = tally;
  }

  /**
   * Orders the segments by net sales per customer, highest first, then by their centres.
   *
   * @param netSales of each segment, in the order of the model's centres
   */
  List<Profile> ordered(List<BigDecimal> netSales) {
    return IntStream.range(0, model.centres().count())
        .filter(segment -> tally.size(segment) > 0)
        .mapToObj(segment -> profile(segment, netSales.get(segment)))
        .sorted(this::compare)
        .toList();
  }

  private Profile profile(int segment, BigDecimal netSales) {
    List<String> qualities = FeatureColumns.QUALITIES.stream().map(Field::name).toList();
    return new Profile(
        segment,
        tally.size(segment),
        netSales,
        means(segment, model.preparation().names()),
        means(segment, qualities),
        effects(segment));
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

  private List<Effect> effects(int segment) {
    List<Effect> effects = new ArrayList<>();
    for (int feature = 0; feature < model.preparation().width(); feature++) {
      effects.add(new Effect(model.preparation().names().get(feature), effect(segment, feature)));
    }
    effects.sort(Effect.STRONGEST);
    return effects;
  }

  private double effect(int segment, int feature) {
    double sum = 0;
    for (int other = 0; other < model.centres().count(); other++) {
      sum += appraisal.sums().sum(other, feature);
    }
    double overall = sum / appraisal.rows();
    double variance = tally.squares(feature) / appraisal.rows() - overall * overall;
    double mean = appraisal.sums().sum(segment, feature) / appraisal.sums().count(segment);
    return variance > 0 ? (mean - overall) / Math.sqrt(variance) : 0;
  }

  private int compare(Profile one, Profile other) {
    BigDecimal left = one.netSales().multiply(BigDecimal.valueOf(other.size()));
    BigDecimal right = other.netSales().multiply(BigDecimal.valueOf(one.size()));
    int byMean = right.compareTo(left);
    Centres centres = model.centres();
    return byMean != 0
        ? byMean
        : IntStream.range(0, centres.width())
            .map(i -> Double.compare(centres.at(one.centre(), i), centres.at(other.centre(), i)))
            .filter(order -> order != 0)
            .findFirst()
            .orElse(0);
  }
}
