package dev.dangol.bench;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.job.JobContext;
import dev.dangol.job.journey.JourneyJob;
import dev.dangol.store.Lake;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Benchmark of the whole job of journeys: ten touches and one order a person over three years. The
 * first call makes the clean tables of a warehouse, the second one runs the job on them.
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

  private static final List<String> SOURCES =
      List.of(
          "sources.purchases.format=delta",
          "sources.purchases.path=orders",
          "sources.purchases.columns.customer_id=customer_id",
          "sources.purchases.columns.purchased_at=purchased_at",
          "sources.purchases.columns.net_amount=net_amount",
          "sources.purchases.columns.order_id=order_id",
          "sources.engagement.format=delta",
          "sources.engagement.path=events",
          "sources.engagement.columns.customer_id=customer_id",
          "sources.engagement.columns.occurred_at=occurred_at",
          "sources.engagement.columns.event=event",
          "sources.engagement.columns.channel=channel",
          "sources.engagement.columns.cost_amount=cost_amount");

  private JourneyBench() {}

  /** The folder, and how many people. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    long people = Long.parseLong(arguments[1]);
    try (SparkSession spark = BenchSession.open()) {
      Lake lake = new Lake(spark, folder.toString());
      if (lake.exists(Sources.PURCHASES.clean())) {
        follow(lake);
      } else {
        spark.sql(DRAW);
        long touches = people * TOUCHES;
        write(lake, Sources.ENGAGEMENT, spark.sql(EVENTS.formatted(people, touches, touches)));
        write(lake, Sources.PURCHASES, spark.sql(LINES.formatted(people, people, people)));
      }
    }
  }

  private static void write(Lake lake, Source source, Dataset<Row> rows) {
    List<String> given = List.of(rows.columns());
    lake.replaceAll(
        source.clean(),
        rows.select(
            source.clean().fields().stream()
                .map(
                    (Field field) ->
                        given.contains(field.name()) ? field.is(field.col()) : field.nullColumn())
                .toArray(Column[]::new)));
  }

  private static void follow(Lake lake) throws IOException {
    Settings settings = SettingsReader.read(new ConfigLayers(Optional.empty(), Map.of(), SOURCES));
    BenchStopwatch.measured(
        "journey",
        () -> {
          new JourneyJob().run(new JobContext(lake, settings, DAY));
          return lake;
        });
    System.out.println("journeys\t" + lake.readDay(JourneyColumns.TABLE, DAY).count());
    Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .forEach(System.out::println);
  }
}
