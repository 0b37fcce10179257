package dev.dangol.bench;

import dev.dangol.config.JourneySettings;
import dev.dangol.config.SettingsReader;
import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.journey.JourneyStatistics;
import dev.dangol.journey.JourneyTraces;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Benchmark of the fold of journeys: ten touches and one order a person over three years, in the
 * order of time and not of people. The first call makes the tables, the second one folds them.
 *
 * <pre>JourneyBench FOLDER PEOPLE</pre>
 */
public final class JourneyBench {
  private static final AsOf DAY = new AsOf(LocalDate.of(2025, 12, 31), ZoneOffset.UTC);
  private static final int TOUCHES = 10;

  /** A uniform number in [0, 1) of a row's number and of what it is drawn for. */
  private static final String DRAW =
      "CREATE OR REPLACE TEMPORARY FUNCTION draw(id BIGINT, what INT) RETURNS DOUBLE"
          + " RETURN (xxhash64(id, what) & 281474976710655) / 281474976710656D";

  private static final String EVENTS =
      """
      SELECT concat('C', CAST(%d * draw(id, 1) AS BIGINT)) AS customer_id,
        timestamp_millis(1672531200000 + CAST(id * (94694400000D / %d) AS BIGINT)) AS occurred_at,
        element_at(array('view', 'view', 'view', 'search', 'search', 'help', 'compare', 'compare', 'cart', 'comment'),
          1 + CAST(10 * draw(id, 2) AS INT)) AS event,
        element_at(array('app', 'web', 'mail'), 1 + CAST(3 * draw(id, 3) AS INT)) AS channel,
        CAST(draw(id, 4) * 2 AS DECIMAL(18, 4)) AS cost_amount, concat('e', id) AS source_row
      FROM range(0, %d)\
      """;

  private static final String LINES =
      """
      SELECT concat('C', CAST(%d * draw(id, 11) AS BIGINT)) AS customer_id,
        timestamp_millis(1672531200000 + CAST(id * (94694400000D / %d) AS BIGINT)) AS purchased_at,
        CAST(10 + 90 * draw(id, 12) AS DECIMAL(18, 4)) AS net_amount, concat('o', id) AS order_id,
        concat('p', id) AS source_row
      FROM range(0, %d)\
      """;

  private JourneyBench() {}

  /** The folder, and how many people. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    long people = Long.parseLong(arguments[1]);
    try (SparkSession spark = BenchSession.open()) {
      if (Files.exists(folder)) {
        fold(spark, folder);
      } else {
        spark.sql(DRAW);
        long touches = people * TOUCHES;
        write(spark, folder, Sources.ENGAGEMENT, EVENTS.formatted(people, touches, touches));
        write(spark, folder, Sources.PURCHASES, LINES.formatted(people, people, people));
      }
    }
  }

  private static void write(SparkSession spark, Path folder, Source source, String query) {
    Dataset<Row> rows = spark.sql(query);
    List<String> given = List.of(rows.columns());
    rows.select(
            source.clean().fields().stream()
                .map(
                    (Field field) ->
                        given.contains(field.name()) ? field.is(field.col()) : field.nullColumn())
                .toArray(Column[]::new))
        .write()
        .parquet(folder.resolve(source.name()).toString());
  }

  private static void fold(SparkSession spark, Path folder) throws IOException {
    Map<Source, Dataset<Row>> clean =
        Map.of(
            Sources.ENGAGEMENT, read(spark, folder, Sources.ENGAGEMENT.name()),
            Sources.PURCHASES, read(spark, folder, Sources.PURCHASES.name()));
    JourneySettings settings =
        SettingsReader.readWithoutSources(new ConfigLayers(Optional.empty(), Map.of(), List.of()))
            .journey();
    JourneyTraces traces = new JourneyTraces(settings, Duration.ofSeconds(10), DAY);
    String followed = folder.resolve("followed").toString();
    BenchStopwatch.measured(
        "fold",
        () -> {
          traces
              .of(clean, Optional.empty(), Optional.empty())
              .write()
              .mode("overwrite")
              .parquet(followed);
          return followed;
        });
    Dataset<Row> rows = spark.read().parquet(followed);
    JourneyStatistics statistics =
        BenchStopwatch.measured(
            "statistics",
            () -> JourneyStatistics.of(traces.rules(clean.keySet()), rows, Optional.empty(), DAY));
    BenchStopwatch.measured(
        "journeys",
        () -> {
          statistics
              .journeys(rows, DAY)
              .write()
              .mode("overwrite")
              .parquet(folder.resolve("journeys").toString());
          return rows;
        });
    System.out.println("journeys\t" + read(spark, folder, "journeys").count());
    Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .forEach(System.out::println);
  }

  private static Dataset<Row> read(SparkSession spark, Path folder, String name) {
    return spark.read().parquet(folder.resolve(name).toString());
  }
}
