package dev.dangol.segments;

import dev.dangol.config.SegmentSettings;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.results.RetentionColumns;
import dev.dangol.table.results.SegmentColumns;
import dev.dangol.testing.TestDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Days of segments kept in memory: what the job does, without a warehouse. */
final class SegmentDiary {
  private final SparkSession spark;
  private final TreeMap<LocalDate, Page> pages = new TreeMap<>();

  private final List<String> searches = new ArrayList<>();

  SegmentDiary(SparkSession spark) {
    this.spark = spark;
  }

  /** The tables of a day. */
  record Page(
      List<Row> segments, List<Row> customers, List<Row> models, List<Row> flows, List<Row> drift) {

    List<RowReader> lines() {
      return segments.stream().map(RowReader::new).toList();
    }

    /** The size of each segment, those that ended included. */
    Map<String, Long> sizes() {
      return by(cells -> cells.count(SegmentColumns.SIZE));
    }

    Map<String, String> events() {
      return by(cells -> cells.text(SegmentColumns.EVENT).orElseThrow());
    }

    Map<String, String> names() {
      return by(cells -> cells.text(SharedColumns.SEGMENT_NAME).orElseThrow());
    }

    Map<String, String> koreanNames() {
      return by(cells -> cells.text(SegmentColumns.SEGMENT_NAME_KO).orElseThrow());
    }

    /** The segment of each customer. */
    Map<String, String> places() {
      return customers.stream()
          .map(RowReader::new)
          .collect(
              Collectors.toMap(
                  cells -> cells.text(SharedColumns.CUSTOMER_ID).orElseThrow(),
                  cells -> cells.text(SharedColumns.SEGMENT_ID).orElse("outlier")));
    }

    /** The number of customers who went from one place to the other. */
    Map<List<String>, Long> moves() {
      return flows.stream()
          .map(RowReader::new)
          .collect(
              Collectors.toMap(
                  cells ->
                      List.of(
                          cells.text(SegmentColumns.FROM).orElseThrow(),
                          cells.text(SegmentColumns.TO).orElseThrow()),
                  cells -> cells.count(RetentionColumns.CUSTOMERS)));
    }

    private <T> Map<String, T> by(Function<RowReader, T> value) {
      return lines().stream()
          .collect(
              Collectors.toMap(cells -> cells.text(SharedColumns.SEGMENT_ID).orElseThrow(), value));
    }
  }

  /** The numbers of segments tried, by day. */
  List<String> searches() {
    return searches;
  }

  /** Describes a day by the days before it, and by no later one. */
  Page write(Dataset<Row> features, SegmentSettings settings, LocalDate asOf) {
    CustomerSegmentation found =
        CustomerSegmentation.of(features, settings, past(asOf), TestDay.of(asOf));
    Page page =
        new Page(
            found.segments().collectAsList(),
            found.customers().collectAsList(),
            found.history().models().collectAsList(),
            found.history().flows().collectAsList(),
            found.history().drift().collectAsList());
    pages.put(asOf, page);
    searches.add(found.search().collectAsList().toString());
    return page;
  }

  private Optional<PreviousTables> past(LocalDate asOf) {
    List<Page> earlier =
        pages.headMap(asOf).values().stream().filter(page -> !page.segments().isEmpty()).toList();
    if (earlier.isEmpty()) {
      return Optional.empty();
    }
    Page last = earlier.get(earlier.size() - 1);
    return Optional.of(
        new PreviousTables(
            table(
                SegmentColumns.SEGMENTS,
                earlier.stream().flatMap(page -> page.segments().stream()).toList()),
            table(SegmentColumns.CUSTOMER_SEGMENTS, last.customers()),
            table(SegmentColumns.SEGMENT_MODELS, last.models())));
  }

  private Dataset<Row> table(Table table, List<Row> rows) {
    return spark.createDataFrame(rows, table.schema());
  }
}
