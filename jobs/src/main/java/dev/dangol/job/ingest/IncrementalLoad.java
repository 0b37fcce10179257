package dev.dangol.job.ingest;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import dev.dangol.config.Settings;
import dev.dangol.config.SourceSettings;
import dev.dangol.job.RerunPolicy;
import dev.dangol.job.ingest.LandedFiles.SourceLandedFiles;
import dev.dangol.sql.SqlText;
import dev.dangol.store.RowCounters;
import dev.dangol.store.raw.RawFile;
import dev.dangol.store.raw.RawReader;
import dev.dangol.store.raw.SourceFingerprints;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.sources.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Incremental reading: what is new of each source, so that no row is read twice. Of files those
 * that are new or have changed, of a database what lies at or above the watermark reached, of
 * anything else all, where it may have changed.
 */
final class IncrementalLoad {
  private static final String WATERMARK = "watermark";

  /** Above so many files that are gone, all files are read again. */
  private static final int MOST_GONE = 1000;

  private final RawReader reader;
  private final Settings settings;
  private final LandedFiles known;
  private final boolean incremental;

  IncrementalLoad(IngestTools tools, RerunPolicy choice) {
    this.reader = tools.reader();
    this.settings = tools.settings();
    this.known = new LandedFiles(tools.lake());
    this.incremental = settings.ingest().incremental() && choice == RerunPolicy.SKIP_COMPLETE;
  }

  /**
   * Raw rows that a source has not landed yet.
   *
   * @param replacesAll true where they take the place of everything that has landed
   * @param replaced the landed rows whose place they take; empty where they only come on top
   * @param landed what is known of the source once they have landed
   */
  record NewRows(
      Dataset<Row> raw,
      boolean replacesAll,
      Optional<Column> replaced,
      Supplier<SourceLandedFiles> landed) {}

  /** The new rows of a source; empty where there are none. */
  Optional<NewRows> newRows(Source source) {
    SourceSettings configured = settingsOf(source);
    SourceLandedFiles before = before(source, configured);
    Optional<List<RawFile>> files = reader.files(source.name(), configured);
    if (files.isPresent() && !files.get().isEmpty()) {
      return files(source, before, files.get());
    }
    return configured.options().watermark().isPresent()
        ? Optional.of(aboveWatermark(source, before))
        : whole(source, before);
  }

  /** Notes what has landed of a source. */
  void note(Source source, NewRows read) {
    known.note(source, read.landed().get());
  }

  /** Saves which files have been read. */
  void keep() {
    known.keep();
  }

  private SourceLandedFiles before(Source source, SourceSettings configured) {
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

  private Optional<NewRows> files(Source source, SourceLandedFiles before, List<RawFile> files) {
    Set<RawFile> landed = new HashSet<>(before.files());
    List<RawFile> fresh = files.stream().filter(file -> !landed.contains(file)).toList();
    landed.removeAll(new HashSet<>(files));
    if (fresh.isEmpty() && landed.isEmpty()) {
      return Optional.empty();
    }
    List<String> gone = landed.stream().map(RawFile::path).toList();
    Optional<Dataset<Row>> more =
        before.files().isEmpty() || gone.size() > MOST_GONE || fresh.size() == files.size()
            ? Optional.empty()
            : reader.read(source.name(), settingsOf(source), fresh, before.schema());
    return Optional.of(
        more.map(raw -> onTop(source, raw, gone, files)).orElseGet(() -> all(source, files)));
  }

  private NewRows onTop(Source source, Dataset<Row> raw, List<String> gone, List<RawFile> files) {
    Optional<Column> replaced =
        gone.isEmpty()
            ? Optional.empty()
            : Optional.of(IngestColumns.ORIGIN.col().isInCollection(gone));
    return new NewRows(raw, false, replaced, () -> landed(source, raw, files));
  }

  private NewRows all(Source source, List<RawFile> files) {
    return all(
        source, reader.read(source.name(), settingsOf(source), files, "").orElseThrow(), files);
  }

  private NewRows all(Source source, Dataset<Row> raw, List<RawFile> files) {
    return new NewRows(raw, true, Optional.empty(), () -> landed(source, raw, files));
  }

  /** A query over several tables, or a database: read again unless nothing has changed. */
  private Optional<NewRows> whole(Source source, SourceLandedFiles before) {
    SourceSettings configured = settingsOf(source);
    String state = SourceFingerprints.of(reader.spark(), configured);
    if (!state.equals(SourceFingerprints.UNKNOWN) && state.equals(before.state())) {
      return Optional.empty();
    }
    Dataset<Row> raw = reader.read(source.name(), configured);
    return Optional.of(all(source, raw, List.of(new RawFile("all", state))));
  }

  /**
   * Loads the rows from the watermark reached on; rows at the watermark are read again, since more
   * of them may have come, and so are rows without a mark.
   */
  private NewRows aboveWatermark(Source source, SourceLandedFiles before) {
    SourceSettings configured = settingsOf(source);
    Column mark = SqlText.column(configured.options().watermark().orElseThrow());
    Dataset<Row> raw = reader.read(source.name(), configured);
    String reached = before.state();
    Dataset<Row> open = reached.isEmpty() ? raw : raw.where(isOpen(raw, mark, reached));
    RowCounters highest = new RowCounters();
    Dataset<Row> marked = highest.on(open, max(mark).cast("string").as(WATERMARK));
    Column origin = IngestColumns.ORIGIN.col();
    return new NewRows(
        marked.withColumn(IngestColumns.ORIGIN.name(), mark.cast("string")),
        reached.isEmpty(),
        Optional.of(origin.isNull().or(origin.equalTo(reached))),
        () -> landed(source, raw, mark(highest, reached)));
  }

  private static Column isOpen(Dataset<Row> raw, Column mark, String reached) {
    var type = raw.select(mark).schema().apply(0).dataType();
    return mark.isNull().or(mark.geq(lit(reached).cast(type)));
  }

  /** The watermark that has been reached now, in the place of files. */
  private static List<RawFile> mark(RowCounters highest, String reached) {
    String now =
        Optional.ofNullable(highest.values().get(WATERMARK)).map(String::valueOf).orElse(reached);
    return now.isEmpty() ? List.of() : List.of(new RawFile(WATERMARK, now));
  }

  private SourceLandedFiles landed(Source source, Dataset<Row> raw, List<RawFile> files) {
    return new SourceLandedFiles(files, readAs(settingsOf(source)), RawReader.columns(raw));
  }

  private SourceSettings settingsOf(Source source) {
    return settings.sources().get(source.name());
  }
}
