package dev.dangol.segments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.config.SegmentSettings;
import dev.dangol.segments.kmeans.ClusterCentres;
import dev.dangol.segments.lineage.DatedSegment;
import dev.dangol.table.AsOf;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A stored model: read back, it assigns every customer as the fit did, to the last bit.
 *
 * @param recipe the settings that it was fitted with
 * @param fittedOn the as-of day of the fit
 * @param names the features used
 * @param scalings how each is scaled
 * @param centres of the segments, by id
 * @param leftOut the configured features that are not used, each with the reason
 * @param spread of each feature on the day of the fit
 * @param sizes of the segments on that day, and how many customers were set aside
 * @param stabilities the stability of each number of segments that was tried
 */
record StoredModel(
    String recipe,
    String fittedOn,
    List<String> names,
    List<FeatureScaling> scalings,
    List<DatedSegment> centres,
    Map<String, String> leftOut,
    Map<String, FeatureHistogram> spread,
    Map<String, Long> sizes,
    Map<Integer, Double> stabilities) {
  private static final ObjectMapper JSON = new ObjectMapper();

  StoredModel {
    names = List.copyOf(names);
    scalings = List.copyOf(scalings);
    centres = List.copyOf(centres);
    leftOut = new TreeMap<>(leftOut);
    spread = new TreeMap<>(spread);
    sizes = new TreeMap<>(sizes);
    stabilities = stabilities == null ? Map.of() : new TreeMap<>(stabilities); // older: none
  }

  static StoredModel read(String text) {
    try {
      return JSON.readValue(text, StoredModel.class);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException("A model in segment_models cannot be read", failure);
    }
  }

  String text() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The as-of day of the fit. */
  LocalDate day() {
    return LocalDate.parse(fittedOn);
  }

  /** True where the customers of the day may be assigned to these segments, without a new fit. */
  boolean serves(MeasureColumns measures, SegmentSettings settings, AsOf asOf) {
    return ChronoUnit.DAYS.between(day(), asOf.day()) < settings.keeping().refitDays()
        && recipe.equals(settings.recipe())
        && !centres.isEmpty()
        && measures.features().containsAll(names);
  }

  /** The model for rows that hold these measures. */
  SegmentModel model(MeasureColumns measures) {
    List<FeatureScaling> placed =
        IntStream.range(0, names.size())
            .mapToObj(i -> scalings.get(i).at(measures.features().indexOf(names.get(i))))
            .toList();
    double[][] points =
        centres.stream()
            .map(spot -> spot.centre().stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    return new SegmentModel(
        new FeaturePreparation(names, placed), ClusterCentres.of(names.size(), points));
  }

  /** The centre of each segment, in the features' own units. */
  Map<String, Map<String, Double>> points() {
    Map<String, Map<String, Double>> points = new LinkedHashMap<>();
    for (DatedSegment spot : centres) {
      Map<String, Double> point = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        point.put(names.get(i), scalings.get(i).raw(spot.centre().get(i)));
      }
      points.put(spot.id(), point);
    }
    return points;
  }

  /** The ids of the segments, in the order of the model's centres. */
  List<String> ids() {
    return centres.stream().map(DatedSegment::id).toList();
  }
}
