package dev.dangol.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.job.JobContext;
import dev.dangol.job.RerunPolicy;
import dev.dangol.store.Lake;
import dev.dangol.store.raw.RawReader;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.RunColumns;
import dev.dangol.table.Table;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests that an incremental load gives the tables of one full run, however the sample arrives. */
@ExtendWith(SparkExtension.class)
class IncrementalTest {
  private static final List<String> SOURCES = LateArrivals.SOURCES;

  @TempDir private Path folder;
  private List<String> sources = SOURCES;

  @Test
  void random_splits_of_two_sources_land_as_one_and_the_last_gives_the_tables_of_one_full_run(
      SparkSession spark) throws IOException {
    sources = SOURCES.subList(0, 2);
    randomSplits(spark, 6, 5);
  }

  @Test
  @Tag("slow")
  void random_splits_of_the_whole_sample_give_the_tables_of_one_full_run(SparkSession spark)
      throws IOException {
    randomSplits(spark, 4, 0);
  }

  private void randomSplits(SparkSession spark, int splits, int tablesFrom) throws IOException {
    LateArrivals arrivals = new LateArrivals(spark, folder, 100);
    LateArrivals.arrive(folder.resolve("raw"), "all", arrivals.dealt(1, new Random(0)).get(0));
    Lake full = new Lake(spark, folder + "/full");
    long read = ingest(spark, full);
    Map<String, List<String>> expected = tables(full);
    assertThat(expected.get("clean_purchases")).hasSizeGreaterThan(400);
    Lake growing = new Lake(spark, folder + "/growing");

    for (int split = 0; split < splits; split++) {
      // Rows of an earlier split go as soon as the first files of this one are there.
      replaceRaw();
      long inAll = 0;
      for (Map<String, String> file : arrivals.dealt(2 + split % 2, new Random(split))) {
        LateArrivals.arrive(folder.resolve("raw"), "part-" + inAll, file);
        inAll += split < tablesFrom ? land(spark, growing) : ingest(spark, growing);
      }

      assertThat(landed(growing)).as("split " + split).isEqualTo(landed(full));
      assertThat(inAll).as("rows read, of each but customers once").isLessThan(2 * read);
      if (split >= tablesFrom) {
        assertThat(tables(growing)).as("split " + split).isEqualTo(expected);
      }
    }
  }

  private void replaceRaw() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("raw"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }

  private long ingest(SparkSession spark, Lake lake) throws IOException {
    Settings settings = settings();
    IngestJob ingest = new IngestJob(new RawReader(spark), RerunPolicy.SKIP_COMPLETE);
    lake.journal().clear();
    ingest.run(new JobContext(lake, settings, ingest.load(lake, settings)));
    return lake.journal().newRows().orElseThrow();
  }

  private long land(SparkSession spark, Lake lake) throws IOException {
    Settings settings = settings();
    IngestTools tools = IngestTools.of(lake, settings, new RawReader(spark));
    lake.journal().clear();
    IncrementalLoad incremental = new IncrementalLoad(tools, RerunPolicy.SKIP_COMPLETE);
    long read = 0;
    for (Source source : tools.sources()) {
      read += source.keepsRawRows() ? new SourceLoad(tools, source).load(incremental) : 0;
    }
    incremental.keep();
    return read;
  }

  /** The demo's settings, with the raw files where this test writes them. */
  private Settings settings() throws IOException {
    StringBuilder text = new StringBuilder(Files.readString(Path.of("conf/demo.conf")));
    // A part of a small sample may hold one of its bad rows among few.
    text.append("\ndangol { as-of = 2026-01-01, quality.max-rejected-share = 0.1, sources {\n");
    for (String source : LateArrivals.BINARY) {
      text.append(source + ".format = json\n");
    }
    // JSON without a single value of a column says nothing of its type.
    for (String act : List.of("opened", "clicked", "replied", "complained")) {
      text.append("messages.columns." + act + "_at = ");
      text.append("\"timestamp_seconds(CAST(acts." + act + " AS BIGINT))\"\n");
    }
    text.append("messages.columns.unsubscribed_at = ");
    text.append("\"timestamp_seconds(CAST(acts.stopped AS BIGINT))\"\n");
    for (String source : SOURCES) {
      text.append(
          sources.contains(source)
              ? source + ".path = \"" + folder.resolve("raw/" + source) + "\"\n"
              : source + " = null\n");
    }
    Path conf = Files.writeString(folder.resolve("shop.conf"), text.append("} }"));
    return SettingsReader.read(new ConfigLayers(Optional.of(conf), Map.of(), List.of()));
  }

  private static Map<String, List<String>> tables(Lake lake) {
    Stream<Table> clean = Sources.ALL.stream().map(Source::clean);
    Stream<Table> others =
        Stream.of(RunColumns.QUARANTINE, RunColumns.QUALITY_CHECKS, CustomerContacts.TABLE);
    return rows(lake, Stream.concat(clean, others));
  }

  /** Rows as they were read, whatever files they come from. */
  private static Map<String, List<String>> landed(Lake lake) {
    return rows(lake, Sources.ALL.stream().filter(Source::keepsRawRows).map(Source::landedTable));
  }

  private static Map<String, List<String>> rows(Lake lake, Stream<Table> tables) {
    Map<String, List<String>> rows = new TreeMap<>();
    tables
        .filter(lake::exists)
        .forEach(
            table ->
                rows.put(
                    table.name(),
                    lake.read(table).drop(IngestColumns.ORIGIN.name()).collectAsList().stream()
                        .map(Row::toString)
                        .sorted()
                        .toList()));
    return rows;
  }
}
