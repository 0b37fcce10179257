package dev.dangol.report.data;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.SegmentColumns;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A segment on the day.
 *
 * @param names by language; a segment without any is called by its id
 * @param value its size, shares and net sales
 * @param topFeatures what sets it apart, strongest first
 * @param means the mean of each quality, 0 to 100, by the quality's column
 * @param origin what happened to it since the last day described
 */
public record SegmentLine(
    String id,
    Map<String, String> names,
    SegmentWeight value,
    List<FeatureDifference> topFeatures,
    Map<String, Double> means,
    SegmentOrigin origin) {

  /**
   * Origin of a segment.
   *
   * @param event such as born or split
   * @param parents the ids of the other segments that it comes from
   */
  public record SegmentOrigin(String event, List<String> parents) {
    public SegmentOrigin {
      parents = List.copyOf(parents);
    }
  }

  /**
   * Weight of a segment: its size and net sales.
   *
   * @param size all of its customers
   * @param outliers those of them who had no part in the fit
   * @param share of all customers, 0 to 1
   * @param shareOfNetSales of all customers' net sales, 0 to 1; empty where it is not known
   */
  public record SegmentWeight(
      long size,
      long outliers,
      OptionalDouble share,
      BigDecimal netSales,
      OptionalDouble shareOfNetSales) {}

  /** True for a segment that ended since the last day described, and is only mentioned. */
  public boolean retired() {
    return origin.event().equals("retired");
  }

  /** The segments, the one with the highest net sales first. */
  static List<SegmentLine> read(Dataset<Row> segments) {
    return segments.collectAsList().stream()
        .map(row -> of(new RowReader(row)))
        .sorted(
            Comparator.comparing((SegmentLine line) -> line.value().netSales())
                .reversed()
                .thenComparing(SegmentLine::id))
        .toList();
  }

  /** The name in the language, else in English, else the id. */
  public String name(String language) {
    return names.getOrDefault(language, names.getOrDefault("en", id));
  }

  /** The mean of a quality, 0 to 100; empty where it was not measured. */
  public OptionalDouble mean(Field quality) {
    return RowReader.finite(means.get(quality.name()));
  }

  private static SegmentLine of(RowReader cells) {
    Map<String, Double> centre = cells.numbers(SegmentColumns.CENTRE);
    return new SegmentLine(
        cells.text(SharedColumns.SEGMENT_ID).orElse(""),
        names(cells.text(SharedColumns.SEGMENT_NAME), cells.text(SegmentColumns.SEGMENT_NAME_KO)),
        new SegmentWeight(
            cells.count(SegmentColumns.SIZE),
            cells.count(SegmentColumns.OUTLIERS),
            cells.number(SegmentColumns.SHARE),
            cells.total(SegmentColumns.NET_SALES),
            cells.number(SegmentColumns.SHARE_OF_NET_SALES)),
        cells.list(SegmentColumns.TOP_FEATURES).stream()
            .map(feature -> FeatureDifference.of(feature, centre))
            .toList(),
        cells.numbers(SegmentColumns.MEANS),
        origin(cells));
  }

  private static SegmentOrigin origin(RowReader cells) {
    String id = cells.text(SharedColumns.SEGMENT_ID).orElse("");
    return new SegmentOrigin(
        cells.text(SegmentColumns.EVENT).orElse(""),
        cells.list(SegmentColumns.PARENT_IDS).stream().filter(other -> !other.equals(id)).toList());
  }

  private static Map<String, String> names(Optional<String> english, Optional<String> korean) {
    if (english.isPresent() && korean.isPresent()) {
      return Map.of("en", english.get(), "ko", korean.get());
    }
    return english
        .map(name -> Map.of("en", name))
        .or(() -> korean.map(name -> Map.of("ko", name)))
        .orElse(Map.of());
  }
}
