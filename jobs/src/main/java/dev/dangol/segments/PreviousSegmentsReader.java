package dev.dangol.segments;

import dev.dangol.segments.Earlier.Known;
import dev.dangol.segments.lineage.Spot;
import dev.dangol.table.Cells;
import dev.dangol.table.Columns;
import dev.dangol.table.SegmentColumns;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what earlier days say: a row for each segment and day, and one model. */
final class PreviousSegmentsReader {
  private PreviousSegmentsReader() {}

  static Earlier of(Past past) {
    Optional<StoredModel> model =
        past.model().collectAsList().stream()
            .flatMap(row -> new Cells(row).text(SegmentColumns.MODEL_JSON).stream())
            .map(StoredModel::read)
            .findFirst();
    List<Cells> rows =
        past
            .segments()
            .select(
                Columns.AS_OF.col(),
                Columns.SEGMENT_ID.col(),
                Columns.SEGMENT_NAME.col(),
                SegmentColumns.SEGMENT_NAME_KO.col(),
                SegmentColumns.SIZE.col(),
                SegmentColumns.CENTRE.col())
            .collectAsList()
            .stream()
            .map(Cells::new)
            .sorted(Comparator.comparing(PreviousSegmentsReader::id))
            .toList();
    Optional<LocalDate> last =
        rows.stream().map(PreviousSegmentsReader::day).max(Comparator.naturalOrder());
    Set<String> stored =
        model.stream()
            .flatMap(found -> found.centres().stream())
            .map(Spot::id)
            .collect(Collectors.toSet());
    return new Earlier(
        rows.stream()
            .filter(row -> Optional.of(day(row)).equals(last))
            .filter(row -> row.count(SegmentColumns.SIZE) > 0 || stored.contains(id(row)))
            .map(PreviousSegmentsReader::known)
            .toList(),
        rows.stream().map(PreviousSegmentsReader::known).distinct().toList(),
        Optional.of(past.customers()),
        model);
  }

  private static Known known(Cells row) {
    String english = row.text(Columns.SEGMENT_NAME).orElse(id(row));
    String korean = row.text(SegmentColumns.SEGMENT_NAME_KO).orElse(english);
    return new Known(
        id(row), new Name(english, korean), new HashMap<>(row.numbers(SegmentColumns.CENTRE)));
  }

  private static LocalDate day(Cells row) {
    return row.day(Columns.AS_OF).orElseThrow();
  }

  private static String id(Cells row) {
    return row.text(Columns.SEGMENT_ID).orElseThrow();
  }
}
