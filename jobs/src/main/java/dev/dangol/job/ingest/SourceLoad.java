package dev.dangol.job.ingest;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.ingest.CleanRows;
import dev.dangol.ingest.ColumnMapping;
import dev.dangol.job.ingest.IncrementalLoad.NewRows;
import dev.dangol.store.Lake;
import dev.dangol.store.RowCounters;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.Table;
import dev.dangol.table.sources.Source;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Load of one source: what is new of it is read, mapped, validated and landed. The landed table
 * then is what a full read would give. Nothing in it depends on the day that is described. A source
 * with direct identifiers is read whole each time and lands nowhere.
 */
final class SourceLoad {
  private final IngestTools tools;
  private final Source source;
  private final ColumnMapping mapping;

  SourceLoad(IngestTools tools, Source source) {
    this.tools = tools;
    this.source = source;
    this.mapping = tools.mapping(source);
  }

  /** Loads what is new; the number of rows that landed. */
  long load(IncrementalLoad incremental) {
    tools.noteErased(source, 0);
    Optional<NewRows> read = incremental.newRows(source);
    long landed = read.map(this::load).orElse(0L);
    read.ifPresent(rows -> incremental.note(source, rows));
    tools.lake().journal().noteNewRows(source.name(), landed);
    return landed;
  }

  private long load(NewRows read) {
    Dataset<Row> validated = validate(read.raw(), tools.rules().mayReject(source));
    RowCounters counters = new RowCounters();
    Dataset<Row> counted =
        tools.erased().isPresent()
            ? counters.on(validated, count(lit(1)).as(source.name()))
            : validated;
    long landed = land(read, CleanRows.toLand(source, tools.withoutErased(source, counted)));
    if (tools.erased().isPresent()) {
      tools.noteErased(source, counters.count(source.name()) - landed);
    }
    return landed;
  }

  private long land(NewRows read, Dataset<Row> kept) {
    Lake lake = tools.lake();
    Table table = source.landedTable();
    if (read.replacesAll()) {
      lake.replaceAll(table, kept);
    } else {
      read.replaced().ifPresent(rows -> lake.delete(table, rows));
      lake.append(table, kept);
    }
    return lake.journal().rows().get(table.name());
  }

  /**
   * All of the source's rows as they are loaded, validated row by row: those that landed, or those
   * read whole now.
   */
  Dataset<Row> rows() {
    return source.keepsRawRows()
        ? tools.lake().read(source.landedTable())
        : validate(
            tools.reader().read(source.name(), tools.settingsOf(source)),
            IngestColumns.isRejected());
  }

  /** Raw rows as canonical ones with what is wrong with each; the raw row of some is kept. */
  private Dataset<Row> validate(Dataset<Row> raw, Column keepsRaw) {
    Dataset<Row> mapped = mapping.canonical(raw);
    return mapping.withRawJson(tools.rules().alone(source, mapped), keepsRaw);
  }
}
