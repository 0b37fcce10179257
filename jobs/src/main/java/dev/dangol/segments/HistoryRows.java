package dev.dangol.segments;

import dev.dangol.config.SegmentSettings;
import dev.dangol.segments.lineage.DatedSegment;
import dev.dangol.segments.lineage.SegmentMove;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.RetentionColumns;
import dev.dangol.table.results.SegmentColumns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/** Rows of segment_flows, segment_models and segment_drift, on the changes between two days. */
final class HistoryRows {
  /** The segment sizes, whose drift is measured besides that of the features. */
  static final String SIZES = "segment_sizes";

  private final MeasureColumns measures;
  private final SegmentationResult fitted;
  private final SegmentIdentities roster;
  private final AsOf asOf;

  HistoryRows(
      MeasureColumns measures, SegmentationResult fitted, SegmentIdentities roster, AsOf asOf) {
    this.measures = measures;
    this.fitted = fitted;
    this.roster = roster;
    this.asOf = asOf;
  }

  /** The flows of customers between segments. */
  List<Row> flows() {
    return moves().stream()
        .map(
            move ->
                RowWriter.of(SegmentColumns.SEGMENT_FLOWS)
                    .set(SharedColumns.AS_OF, asOf)
                    .set(SegmentColumns.FROM, move.from())
                    .set(SegmentColumns.TO, move.to())
                    .set(RetentionColumns.CUSTOMERS, move.customers())
                    .row())
        .toList();
  }

  /** The model of the day: the stored one as it was, or the new one. */
  List<Row> model(Optional<StoredModel> stored, SegmentSettings settings) {
    if (roster.living().isEmpty()) {
      return List.of();
    }
    StoredModel model = stored.orElseGet(() -> fresh(settings));
    return List.of(
        RowWriter.of(SegmentColumns.SEGMENT_MODELS)
            .set(SharedColumns.AS_OF, asOf)
            .set(SegmentColumns.FITTED_ON, model.day())
            .set(SegmentColumns.MODEL_JSON, model.text())
            .row());
  }

  /** The drift of customers since the fit before; nothing where there was none. */
  List<Row> drift(Optional<StoredModel> before, double alarm) {
    if (before.isEmpty() || roster.living().isEmpty()) {
      return List.of();
    }
    Map<String, Double> found = indices(before.get());
    LocalDate since = before.get().day();
    return found.entrySet().stream()
        .map(
            entry ->
                RowWriter.of(SegmentColumns.SEGMENT_DRIFT)
                    .set(SharedColumns.AS_OF, asOf)
                    .set(SegmentColumns.DRIFTING, entry.getKey())
                    .set(SegmentColumns.STABILITY_INDEX, entry.getValue())
                    .set(SegmentColumns.COMPARED_WITH, since)
                    .set(SegmentColumns.ALARM, entry.getValue() > alarm)
                    .row())
        .toList();
  }

  private Map<String, Double> indices(StoredModel before) {
    Map<String, Double> found = new TreeMap<>();
    before
        .spread()
        .forEach(
            (feature, was) -> {
              int column = measures.features().indexOf(feature);
              if (column >= 0) {
                FeatureHistogram now = was.again(fitted.survey(), column);
                found.put(feature, StabilityIndex.of(was.counts(), now.counts()));
              }
            });
    found.put(SIZES, sizesIndex(before.sizes()));
    return found;
  }

  private double sizesIndex(Map<String, Long> was) {
    Map<String, Long> now = sizes();
    List<String> places = new ArrayList<>(new TreeSet<>(was.keySet()));
    now.keySet().stream().filter(place -> !was.containsKey(place)).forEach(places::add);
    return StabilityIndex.of(
        places.stream().map(place -> was.getOrDefault(place, 0L)).toList(),
        places.stream().map(place -> now.getOrDefault(place, 0L)).toList());
  }

  private StoredModel fresh(SegmentSettings settings) {
    SegmentModel model = fitted.model();
    List<String> ids = roster.ids(model.centres().count());
    Map<String, FeatureHistogram> spread = new TreeMap<>();
    for (int column = 0; column < measures.features().size(); column++) {
      spread.put(measures.features().get(column), FeatureHistogram.of(fitted.survey(), column));
    }
    return new StoredModel(
        settings.recipe(),
        asOf.day().toString(),
        model.preparation().names(),
        model.preparation().scalings(),
        IntStream.range(0, ids.size())
            .filter(centre -> ids.get(centre) != null)
            .mapToObj(
                centre -> new DatedSegment(ids.get(centre), point(model.centres().point(centre))))
            .toList(),
        fitted.leftOut(),
        spread,
        sizes(),
        fitted.stabilities().byNumber());
  }

  private static List<Double> point(double[] values) {
    return DoubleStream.of(values).boxed().toList();
  }

  private Map<String, Long> sizes() {
    return moves().stream()
        .filter(move -> !move.to().equals(SegmentMove.LEFT))
        .collect(
            Collectors.groupingBy(
                SegmentMove::to, TreeMap::new, Collectors.summingLong(SegmentMove::customers)));
  }

  private List<SegmentMove> moves() {
    return fitted.census().moves(roster.ids(fitted.model().centres().count()));
  }
}
