package dev.dangol.ingest;

import dev.dangol.config.ChangeSettings;
import dev.dangol.config.QualitySettings;
import dev.dangol.config.SourceSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.sources.Source;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Raw rows written as SQL, and the rows that they become as of the first week of 2026. */
final class RawLines {
  static final String MALFORMED = "_corrupt_record";

  private static final AsOf DAY = new AsOf(LocalDate.parse("2026-01-07"), ZoneOffset.UTC);
  private static final ValidationRules RULES =
      new ValidationRules(new QualitySettings(0.01, 1, 5, 0, ChangeSettings.DEFAULT), "KRW");

  private RawLines() {}

  /** The rows, in a session that reads raw tables as the pipeline does. */
  static Dataset<Row> sql(SparkSession spark, String query) {
    SparkSession lenient = spark.newSession();
    lenient.conf().set("spark.sql.ansi.enabled", false);
    lenient.conf().set("spark.sql.lateralColumnAlias.enableImplicitResolution", false);
    return lenient.sql(query);
  }

  /** The rows mapped and validated; the mapping is given as column and expression in turn. */
  static Dataset<Row> judged(Source source, Dataset<Row> raw, Map<String, String> columns) {
    ColumnMapping mapping = mapping(source, columns, null);
    Column rejected = IngestColumns.FAULT.col().isNotNull();
    return mapping.withRawJson(judged(source, mapping.canonical(raw)), rejected);
  }

  static Dataset<Row> judged(Source source, Dataset<Row> canonical) {
    return RULES.validate(source, canonical, DAY);
  }

  /** The rows of the clean table, as of the last day of the week. */
  static Dataset<Row> clean(Source source, Dataset<Row> judged) {
    return CleanRows.clean(source, unique(source, judged));
  }

  /** The rows, deduplicated. */
  static Dataset<Row> unique(Source source, Dataset<Row> judged) {
    return CleanRows.accept(source, judged, DAY);
  }

  static ColumnMapping mapping(Source source, Map<String, String> columns, String where) {
    SourceSettings settings =
        new SourceSettings(
            Map.of(), Optional.empty(), Optional.ofNullable(where), columns, "shop.conf: 7");
    return new ColumnMapping(source, settings, MALFORMED);
  }
}
