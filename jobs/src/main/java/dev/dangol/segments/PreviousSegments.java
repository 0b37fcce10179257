package dev.dangol.segments;

import dev.dangol.config.SegmentSettings;
import dev.dangol.segments.lineage.DatedSegment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Segments of earlier days, with every name they had and the last day's model.
 *
 * @param living those of the last day, without the ones that ended on it, by id
 * @param named every name that an id ever had
 * @param customers the segment of each customer on the last day; empty where there was none
 * @param model the model that assigned the customers of the last day to segments
 */
record PreviousSegments(
    List<PreviousSegment> living,
    List<PreviousSegment> named,
    Optional<Dataset<Row>> customers,
    Optional<StoredModel> model) {
  /** No earlier day. */
  static final PreviousSegments NONE =
      new PreviousSegments(List.of(), List.of(), Optional.empty(), Optional.empty());

  PreviousSegments {
    living = List.copyOf(living);
    named = List.copyOf(named);
  }

  /**
   * A segment of an earlier day.
   *
   * @param centre the mean of each feature, in its own unit
   */
  record PreviousSegment(String id, SegmentName name, Map<String, Double> centre) {}

  /**
   * The segments of the last day, with their centres as today's model sees them; of one without
   * customers, the centre of the model that it comes from.
   */
  List<DatedSegment> spots(SegmentModel model) {
    Map<String, Map<String, Double>> stored = points();
    return living.stream()
        .map(
            known -> {
              Map<String, Double> centre =
                  known.centre().isEmpty()
                      ? stored.getOrDefault(known.id(), Map.of())
                      : known.centre();
              return new DatedSegment(known.id(), model.preparation().scaled(centre));
            })
        .toList();
  }

  /** The centres of the last day's model, as a start for today's; none without one. */
  double[][] starts(FeaturePreparation preparation) {
    return points().values().stream()
        .map(point -> preparation.scaled(point))
        .map(point -> point.stream().mapToDouble(x -> Double.isNaN(x) ? 0 : x).toArray())
        .toArray(double[][]::new);
  }

  /**
   * The stability of each number of segments at the last fit, if that was with the same settings.
   */
  Map<Integer, Double> stabilities(SegmentSettings settings) {
    return model
        .filter(known -> known.recipe().equals(settings.recipe()))
        .map(StoredModel::stabilities)
        .orElse(Map.of());
  }

  private Map<String, Map<String, Double>> points() {
    return model.map(StoredModel::points).orElse(Map.of());
  }

  /** The name that a segment of the last day has. */
  SegmentName name(String id) {
    return living.stream()
        .filter(known -> known.id().equals(id))
        .map(PreviousSegment::name)
        .findFirst()
        .orElseThrow();
  }

  /** Every name that another id than this one ever had. */
  List<SegmentName> namesOfOthers(String id) {
    return named.stream()
        .filter(known -> !known.id().equals(id))
        .map(PreviousSegment::name)
        .toList();
  }
}
