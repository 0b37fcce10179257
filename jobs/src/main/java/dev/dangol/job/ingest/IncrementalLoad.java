package dev.dangol.job.ingest;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import dev.dangol.config.Settings;
import dev.dangol.config.SourceSettings;
import dev.dangol.ingest.CleanRows;
import dev.dangol.ingest.ColumnMapping;
import dev.dangol.ingest.ErasedCustomers;
import dev.dangol.ingest.ValidationRules;
import dev.dangol.job.RerunPolicy;
import dev.dangol.job.ingest.LandedFiles.SourceLandedFiles;
import dev.dangol.sql.SqlText;
import dev.dangol.store.ErasureList;
import dev.dangol.store.Lake;
import dev.dangol.store.RowCounters;
import dev.dangol.store.raw.RawFile;
import dev.dangol.store.raw.RawReader;
import dev.dangol.store.raw.SourceFingerprints;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.sources.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Incremental load of sources into their landed tables, which reads only new and changed data. Of
 * files it reads those that are new or have changed, of a database the rows at or above the
 * watermark reached, of anything else all rows, where they may have changed. The table then equals
 * that of a full read.
 */
final class IncrementalLoad {
  private static final String WATERMARK = "watermark";

  /** Above so many files that are gone, all files are read again. */
  private static final int MOST_GONE = 1000;

  private final Lake lake;
  private final RawReader reader;
  private final Settings settings;
  private final ValidationRules rules;
  private final LandedFiles known;
  private final boolean incremental;
  private final Optional<ErasedCustomers> erased;
  private final Map<Source, Long> leftOut = new ConcurrentHashMap<>();

  IncrementalLoad(
      Lake lake, RawReader reader, Settings settings, ValidationRules rules, RerunPolicy choice) {
    this.lake = lake;
    this.reader = reader;
    this.settings = settings;
    this.rules = rules;
    this.known = new LandedFiles(lake);
    this.incremental = settings.ingest().incremental() && choice == RerunPolicy.SKIP_COMPLETE;
    ErasureList list = ErasureList.of(lake);
    this.erased = list.salt().map(salt -> new ErasedCustomers(list.rows(), salt));
  }

  /** Loads the new rows of a source; returns the number of rows read. */
  long take(Source source) {
    SourceSettings configured = settings.sources().get(source.name());
    SourceLandedFiles before = of(source, configured);
    Optional<List<RawFile>> files = reader.files(source.name(), configured);
    if (files.isPresent() && !files.get().isEmpty()) {
      return files(source, before, files.get());
    }
    return configured.options().watermark().isPresent()
        ? aboveWatermark(source, before)
        : whole(source, before);
  }

  /** The number of rows of erased customers that were read, and not loaded. */
  long eraseRows(Source source) {
    return leftOut.getOrDefault(source, 0L);
  }

  /** A source's validated rows without those of erased customers. */
  Dataset<Row> withoutErased(Source source, Dataset<Row> judged) {
    return erased.map(list -> list.without(source, judged)).orElse(judged);
  }

  /** The same for a source that is read whole; the rows left out are counted. */
  Dataset<Row> others(Source source, Dataset<Row> judged) {
    Dataset<Row> others = withoutErased(source, judged).persist();
    if (erased.isPresent()) {
      leftOut.put(source, judged.count() - others.count());
    }
    return others;
  }

  /** Saves which files have been read. */
  void keep() {
    known.keep();
  }

  private SourceLandedFiles of(Source source, SourceSettings configured) {
    SourceLandedFiles before = known.of(source);
    boolean same = incremental && before.readAs().equals(readAs(configured));
    return same ? before : new SourceLandedFiles(List.of(), "", "");
  }

  private String readAs(SourceSettings configured) {
    return String.join(
        " ",
        configured.hash(),
        settings.timeZone().getId(),
        settings.currency(),
        String.valueOf(settings.quality().ratingFrom()),
        String.valueOf(settings.quality().ratingTo()),
        settings.identity().phoneRegion().orElse(""));
  }

  private long files(Source source, SourceLandedFiles before, List<RawFile> files) {
    Set<RawFile> landed = new HashSet<>(before.files());
    List<RawFile> fresh = files.stream().filter(file -> !landed.contains(file)).toList();
    landed.removeAll(new HashSet<>(files));
    if (fresh.isEmpty() && landed.isEmpty()) {
      return 0;
    }
    List<String> gone = landed.stream().map(RawFile::path).toList();
    Optional<Dataset<Row>> more =
        before.files().isEmpty() || gone.size() > MOST_GONE || fresh.size() == files.size()
            ? Optional.empty()
            : reader.read(source.name(), settingsOf(source), fresh, before.schema());
    return more.map(raw -> append(source, raw, gone, files)).orElseGet(() -> all(source, files));
  }

  private long append(Source source, Dataset<Row> raw, List<String> gone, List<RawFile> files) {
    if (!gone.isEmpty()) {
      lake.delete(source.landedTable(), IngestColumns.ORIGIN.col().isInCollection(gone));
    }
    append(source, raw);
    return read(source, raw, files);
  }

  private long all(Source source, List<RawFile> files) {
    SourceSettings configured = settingsOf(source);
    Dataset<Row> raw = reader.read(source.name(), configured, files, "").orElseThrow();
    replace(source, raw);
    return read(source, raw, files);
  }

  /** A query over several tables, or a database: read again unless nothing has changed. */
  private long whole(Source source, SourceLandedFiles before) {
    SourceSettings configured = settingsOf(source);
    String state = SourceFingerprints.of(reader.spark(), configured);
    if (!state.equals(SourceFingerprints.UNKNOWN) && state.equals(before.state())) {
      return 0;
    }
    Dataset<Row> raw = reader.read(source.name(), configured);
    replace(source, raw);
    return read(source, raw, List.of(new RawFile("all", state)));
  }

  /**
   * Loads the rows from the watermark reached on; rows at the watermark are read again, since more
   * of them may have come, and so are rows without a mark.
   */
  private long aboveWatermark(Source source, SourceLandedFiles before) {
    SourceSettings configured = settingsOf(source);
    Column mark = SqlText.column(configured.options().watermark().orElseThrow());
    Dataset<Row> raw = reader.read(source.name(), configured);
    RowCounters tally = new RowCounters();
    String reached = before.state();
    if (reached.isEmpty()) {
      Dataset<Row> marked = tally.on(raw, max(mark).cast("string").as(WATERMARK));
      replace(source, at(marked, mark));
    } else {
      Dataset<Row> open =
          raw.where(
              mark.isNull()
                  .or(mark.geq(lit(reached).cast(raw.select(mark).schema().apply(0).dataType()))));
      Dataset<Row> marked = tally.on(open, max(mark).cast("string").as(WATERMARK));
      Column origin = IngestColumns.ORIGIN.col();
      lake.delete(source.landedTable(), origin.isNull().or(origin.equalTo(reached)));
      append(source, at(marked, mark));
    }
    String now =
        Optional.ofNullable(tally.values().get(WATERMARK)).map(String::valueOf).orElse(reached);
    return read(source, raw, now.isEmpty() ? List.of() : List.of(new RawFile(WATERMARK, now)));
  }

  private static Dataset<Row> at(Dataset<Row> raw, Column mark) {
    return raw.withColumn(IngestColumns.ORIGIN.name(), mark.cast("string"));
  }

  /** The mapping of the source's raw columns to canonical ones. */
  ColumnMapping mapping(Source source) {
    return new ColumnMapping(
        source, settingsOf(source), RawReader.MALFORMED, settings.identity().phoneRegion());
  }

  private void replace(Source source, Dataset<Row> raw) {
    appendLanded(source, raw, rows -> lake.replaceAll(source.landedTable(), rows));
  }

  private void append(Source source, Dataset<Row> raw) {
    appendLanded(source, raw, rows -> lake.append(source.landedTable(), rows));
  }

  private void appendLanded(Source source, Dataset<Row> raw, Consumer<Dataset<Row>> write) {
    RowCounters tally = new RowCounters();
    ColumnMapping mapping = mapping(source);
    Dataset<Row> alone =
        mapping.withRawJson(rules.alone(source, mapping.canonical(raw)), rules.mayReject(source));
    Dataset<Row> counted =
        erased.isPresent() ? tally.on(alone, count(lit(1)).as(source.name())) : alone;
    Dataset<Row> kept = withoutErased(source, counted);
    write.accept(CleanRows.toLand(source, kept));
    if (erased.isPresent()) {
      long landed = lake.journal().rows().get(source.landedTable().name());
      leftOut.put(source, tally.count(source.name()) - landed);
    }
  }

  private long read(Source source, Dataset<Row> raw, List<RawFile> files) {
    known.note(
        source, new SourceLandedFiles(files, readAs(settingsOf(source)), RawReader.columns(raw)));
    return lake.journal().rows().get(source.landedTable().name());
  }

  private SourceSettings settingsOf(Source source) {
    return settings.sources().get(source.name());
  }
}
