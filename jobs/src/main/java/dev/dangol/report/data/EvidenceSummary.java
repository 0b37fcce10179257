package dev.dangol.report.data;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.report.data.EvidenceLines.CareLine;
import dev.dangol.report.data.EvidenceLines.DriftLine;
import dev.dangol.report.data.EvidenceLines.MediaLine;
import dev.dangol.report.data.EvidenceLines.QuadrantLine;
import dev.dangol.report.data.EvidenceLines.QuotedLine;
import dev.dangol.report.data.EvidenceLines.RivalLine;
import dev.dangol.report.data.EvidenceLines.RoleLine;
import dev.dangol.report.data.EvidenceLines.SharedWord;
import dev.dangol.report.data.EvidenceLines.TacticLine;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.Table;
import dev.dangol.table.evidence.CareCostColumns;
import dev.dangol.table.evidence.DriftColumns;
import dev.dangol.table.evidence.MediaColumns;
import dev.dangol.table.evidence.MissedColumns;
import dev.dangol.table.evidence.QuadrantColumns;
import dev.dangol.table.evidence.QuotedColumns;
import dev.dangol.table.evidence.RivalWindowColumns;
import dev.dangol.table.evidence.RoleColumns;
import dev.dangol.table.evidence.TacticColumns;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.features.StrikeColumns;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Summary of what customers, campaigns, profiles and quoted figures are worth. */
public record EvidenceSummary(
    List<QuadrantLine> quadrants,
    List<QuotedLine> quoted,
    List<MediaLine> media,
    List<TacticLine> tactics,
    List<DriftLine> drifts,
    List<CareLine> care,
    List<SharedWord> missed,
    List<RoleLine> roles,
    List<RivalLine> rivals,
    List<SharedWord> breaks) {

  /** Reads each table once. */
  static EvidenceSummary read(ReportTables tables, List<Integer> windows) {
    return new EvidenceSummary(
        quadrants(tables),
        rows(tables, QuotedColumns.TABLE)
            .map(QuotedLine::of)
            .sorted(Comparator.comparing(QuotedLine::name))
            .toList(),
        rows(tables, MediaColumns.TABLE)
            .map(MediaLine::of)
            .sorted(Comparator.comparing(MediaLine::people).reversed())
            .toList(),
        rows(tables, TacticColumns.TABLE).map(TacticLine::of).toList(),
        rows(tables, DriftColumns.TABLE)
            .map(DriftLine::of)
            .sorted(Comparator.comparing(DriftLine::cohort))
            .toList(),
        rows(tables, CareCostColumns.TABLE)
            .map(CareLine::of)
            .sorted(Comparator.comparing(CareLine::period))
            .toList(),
        shared(tables.of(MissedColumns.TABLE), MissedColumns.CRITERION),
        roles(tables),
        rows(tables, RivalWindowColumns.TABLE)
            .map(RivalLine::of)
            .sorted(Comparator.comparing(RivalLine::rival))
            .toList(),
        breaks(tables, windows));
  }

  /** True where there is anything to show. */
  public boolean isTold() {
    return !quadrants.isEmpty() || !quoted.isEmpty();
  }

  private static Stream<RowReader> rows(ReportTables tables, Table table) {
    return tables.of(table).collectAsList().stream().map(RowReader::new);
  }

  private static List<QuadrantLine> quadrants(ReportTables tables) {
    Map<String, RowReader> later = new HashMap<>();
    rows(tables, QuadrantColumns.RETENTION)
        .forEach(
            cells -> later.put(cells.text(QuadrantColumns.EARLIER_QUADRANT).orElse(""), cells));
    return rows(tables, QuadrantColumns.QUADRANTS)
        .map(cells -> QuadrantLine.of(cells, later))
        .sorted(Comparator.comparing(QuadrantLine::name).reversed())
        .toList();
  }

  private static List<SharedWord> breaks(ReportTables tables, List<Integer> windows) {
    Dataset<Row> features = tables.of(FeatureTable.of(windows));
    Field kind = StrikeColumns.TRUST_BREAK_KIND;
    return List.of(features.columns()).contains(kind.name())
        ? shared(features.where(kind.col().isNotNull()), kind)
        : List.of();
  }

  /** The words of a column by how many customers share them, the most first. */
  private static List<SharedWord> shared(Dataset<Row> customers, Field word) {
    return customers
        .groupBy(word.col())
        .agg(MissedColumns.COUNT.is(count(lit(1))))
        .collectAsList()
        .stream()
        .map(RowReader::new)
        .map(cells -> new SharedWord(cells.text(word).orElse(""), cells.count(MissedColumns.COUNT)))
        .sorted(
            Comparator.comparing(SharedWord::customers).reversed().thenComparing(SharedWord::word))
        .toList();
  }

  /** Roles over all segments. */
  private static List<RoleLine> roles(ReportTables tables) {
    Map<String, long[]> sums = new TreeMap<>();
    rows(tables, RoleColumns.TABLE)
        .forEach(
            cells -> {
              long[] sum =
                  sums.computeIfAbsent(
                      cells.text(RoleColumns.ROLE).orElse(""), role -> new long[2]);
              sum[0] += cells.count(RoleColumns.CUSTOMERS);
              sum[1] += cells.count(RoleColumns.KNOWN);
            });
    return sums.entrySet().stream()
        .map(sum -> new RoleLine(sum.getKey(), sum.getValue()[0], sum.getValue()[1]))
        .toList();
  }
}
