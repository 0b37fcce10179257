package dev.dangol.bench;

import dev.dangol.Dangol;
import dev.dangol.sample.files.SampleShop;
import dev.dangol.sample.people.SampleSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Benchmark of the rank against simple rules, by what customers bought after an earlier day. It
 * prints, for each data set and size, the table that docs/ideal-customers.md shows. A data set is a
 * configuration file, {@code shop:SEED} for the sample shop, or a shape of {@link PurchaseShapes}
 * such as {@code seasonal:SEED}.
 *
 * <pre>RankBench FOLDER conf/cdnow.conf,shop:42,seasonal:1 [KEY=VALUE …]</pre>
 */
public final class RankBench {
  private static final List<String> JOBS =
      List.of("ingest", "features", "value", "segments", "cohorts");
  private static final long SHOPPERS = 3_000;
  private static final String HEAD =
      """
      | data | customers | later | share | by rank | best simple rule | its share | lead | standard errors |
      |---|---:|---:|---:|---:|---|---:|---:|---:|""";

  /** The rank beside the best of the simple rules at each size. */
  private static final String LEADS =
      """
      WITH sizes AS (SELECT * FROM backtest WHERE share IN (0.1, 0.2)),
      best AS (
        SELECT share, max_by(method, revenue_captured) AS method FROM sizes
        WHERE method IN ('rfm', 'spend', 'recency', 'frequency') GROUP BY share)
      SELECT (SELECT max(round(customers / share)) FROM backtest WHERE method = 'ideal'), datediff(f.as_of, f.cutoff), f.share,
        f.revenue_captured, f.revenue_low, f.revenue_high, s.method, s.revenue_captured,
        s.fit_lead, (s.fit_lead_high - s.fit_lead_low) / 3.919927969080108
      FROM best JOIN sizes s USING (share, method)
        JOIN sizes f ON f.share = s.share AND f.method = 'fit' ORDER BY f.share""";

  private final SparkSession spark;
  private final Path folder;
  private final List<String> settings;

  private RankBench(SparkSession spark, Path folder, List<String> settings) {
    this.spark = spark;
    this.folder = folder;
    this.settings = settings;
  }

  /** The folder, the data sets, and settings that differ from those of the configurations. */
  public static void main(String[] arguments) throws IOException {
    try (SparkSession spark = BenchSession.open()) {
      List<String> settings = Arrays.asList(arguments).subList(2, arguments.length);
      RankBench bench = new RankBench(spark, Path.of(arguments[0]), settings);
      System.out.println(HEAD);
      for (String data : arguments[1].split(",", -1)) {
        bench.measure(data);
      }
    }
  }

  private void measure(String data) throws IOException {
    Path place = folder.resolve(data.replaceAll("\\W+", "-"));
    Path warehouse = place.resolve("warehouse");
    List<String> source = source(data, place);
    for (String job : JOBS) {
      List<String> words = new ArrayList<>(List.of(job, "--warehouse", warehouse.toString()));
      words.addAll(source);
      settings.forEach(setting -> words.addAll(List.of("--set", setting)));
      Dangol.main(words.toArray(String[]::new));
    }
    spark
        .read()
        .format("delta")
        .load(warehouse.resolve("backtest").toString())
        .createOrReplaceTempView("backtest");
    spark.sql(LEADS).collectAsList().forEach(row -> System.out.println(line(data, row)));
  }

  /** The options that name the configuration, and where the data are. */
  private List<String> source(String data, Path place) throws IOException {
    if (data.endsWith(".conf")) {
      return List.of("--config", data);
    }
    String[] parts = data.split(":", -1);
    long seed = Long.parseLong(parts[1]);
    if (!parts[0].equals("shop")) {
      PurchaseShapes shape = PurchaseShapes.valueOf(parts[0].toUpperCase(Locale.ROOT));
      return List.of("--config", shape.write(place, seed).toString());
    }
    Path shop = place.resolve("shop");
    SampleShop.write(spark, shop.toString(), new SampleSize(SHOPPERS, seed));
    Stream<String> paths =
        SampleShop.folders().stream()
            .filter(name -> !name.startsWith("truth"))
            .flatMap(name -> Stream.of("--set", "sources." + name + ".path=" + shop.resolve(name)));
    return Stream.concat(Stream.of("--config", "conf/demo.conf"), paths).toList();
  }

  private static String line(String data, Row row) {
    double lead = row.getDouble(8);
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %d days | %.0f %% | %.3f (%.3f to %.3f) | %s | %.3f | %+.3f | %+.1f |",
        data,
        row.getDouble(0),
        row.getInt(1),
        100 * row.getDouble(2),
        row.getDouble(3),
        row.getDouble(4),
        row.getDouble(5),
        row.getString(6),
        row.getDouble(7),
        lead,
        lead == 0 ? 0 : lead / row.getDouble(9));
  }
}
