package dev.dangol.segments;

import dev.dangol.segments.PreviousSegments.PreviousSegment;
import dev.dangol.segments.lineage.DatedSegment;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.SegmentColumns;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the segments of earlier days: a row for each segment and day, and one model. */
@RunsSparkJobs
final class PreviousSegmentsReader {
  private PreviousSegmentsReader() {}

  static PreviousSegments of(PreviousTables past) {
    Optional<StoredModel> model =
        past.model().collectAsList().stream()
            .flatMap(row -> new RowReader(row).text(SegmentColumns.MODEL_JSON).stream())
            .map(StoredModel::read)
            .findFirst();
    List<RowReader> rows = rows(past);
    Optional<LocalDate> last =
        rows.stream().map(PreviousSegmentsReader::day).max(Comparator.naturalOrder());
    Set<String> stored =
        model.stream()
            .flatMap(found -> found.centres().stream())
            .map(DatedSegment::id)
            .collect(Collectors.toSet());
    return new PreviousSegments(
        rows.stream()
            .filter(row -> Optional.of(day(row)).equals(last))
            .filter(row -> row.count(SegmentColumns.SIZE) > 0 || stored.contains(id(row)))
            .map(PreviousSegmentsReader::previous)
            .toList(),
        rows.stream().map(PreviousSegmentsReader::previous).distinct().toList(),
        Optional.of(past.customers()),
        model);
  }

  private static List<RowReader> rows(PreviousTables past) {
    return past
        .segments()
        .select(
            SharedColumns.AS_OF.col(),
            SharedColumns.SEGMENT_ID.col(),
            SharedColumns.SEGMENT_NAME.col(),
            SegmentColumns.SEGMENT_NAME_KO.col(),
            SegmentColumns.SIZE.col(),
            SegmentColumns.CENTRE.col())
        .collectAsList()
        .stream()
        .map(RowReader::new)
        .sorted(Comparator.comparing(PreviousSegmentsReader::id))
        .toList();
  }

  private static PreviousSegment previous(RowReader row) {
    String english = row.text(SharedColumns.SEGMENT_NAME).orElse(id(row));
    String korean = row.text(SegmentColumns.SEGMENT_NAME_KO).orElse(english);
    return new PreviousSegment(
        id(row),
        new SegmentName(english, korean),
        new HashMap<>(row.numbers(SegmentColumns.CENTRE)));
  }

  private static LocalDate day(RowReader row) {
    return row.day(SharedColumns.AS_OF).orElseThrow();
  }

  private static String id(RowReader row) {
    return row.text(SharedColumns.SEGMENT_ID).orElseThrow();
  }
}
