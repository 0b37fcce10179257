package dev.dangol.bench;

import dev.dangol.Dangol;
import dev.dangol.sample.files.SampleShop;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.segments.kmeans.AdjustedRand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Benchmark against the ground truth of the sample shop: how much of it the jobs find again. With
 * the demo's settings, it prints one line for each size and seed, as a table of Markdown. A second
 * table says how well each quality separates the kind planted with it from all others. Each shop
 * and its warehouse are made in the folder and removed again.
 *
 * <pre>TruthBench FOLDER 1000,3000,10000 1,2,3,5,42 [KEY=VALUE …]</pre>
 */
public final class TruthBench {
  private static final List<String> JOBS =
      List.of("ingest", "features", "value", "segments", "cohorts");
  private static final List<String> TABLES =
      List.of("customer_features", "customer_segments", "customer_fit");
  private static final String HEAD =
      """
      | customers | seed | buyers | k | ARI | ARI, five orders or more | ideal planted | ideal found | \
      precision | recall | among as many by rank |
      |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|""";
  private static final String PLACES =
      """
      SELECT kind, if(outlier, 'outlier', segment_id), count(*)
      FROM customer_segments JOIN truth USING (customer_id) JOIN customer_features USING (customer_id)
      WHERE orders_lifetime >= %d GROUP BY 1, 2""";
  private static final String IDEAL =
      """
      SELECT count(*), count_if(ideal), count_if(fit_level = 'perfect'),
        count_if(ideal AND fit_level = 'perfect'),
        count_if(ideal AND rank <= (SELECT count_if(ideal AND bought) FROM truth)),
        (SELECT count(DISTINCT segment_id) FROM customer_segments WHERE NOT outlier)
      FROM customer_fit JOIN truth USING (customer_id)""";
  private static final String AREAS_HEAD =
      """

      | customers | seed | pay: quiet big spenders | pay, low: bargain hunters | appreciate, low: habit only | \
      communicate: frank critics | return: regulars | return, low: one and done | refer: advocates | index: ideal |
      |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|""";

  /**
   * The area under the curve of each quality for each kind: the chance that a customer of the kind
   * scores above any other (Mann and Whitney, 1947), by mid-ranks.
   */
  private static final String AREAS =
      """
      WITH scored AS (
        SELECT stack(6, 'pay', kind, quality_pay, 'appreciate', kind, quality_appreciate,
            'communicate', kind, quality_communicate, 'return', kind, quality_return,
            'refer', kind, quality_refer, 'index', if(ideal, 'ideal', 'other'), dangol_index)
          AS (quality, kind, score)
        FROM customer_features JOIN truth USING (customer_id)),
      placed AS (
        SELECT quality, kind, count(*) OVER (PARTITION BY quality) AS everybody,
          rank() OVER (PARTITION BY quality ORDER BY score)
            + (count(*) OVER (PARTITION BY quality, score) - 1) / 2D AS place
        FROM scored WHERE score IS NOT NULL),
      areas AS (
        SELECT quality, kind, (sum(place) - count(*) * (count(*) + 1) / 2D)
          / (count(*) * (max(everybody) - count(*))) AS area
        FROM placed GROUP BY quality, kind)
      SELECT round(IF(low, 1 - area, area), 2) FROM areas JOIN (VALUES
          (1, 'pay', 'quiet_big_spender', false), (2, 'pay', 'bargain_hunter', true),
          (3, 'appreciate', 'habit_only', true), (4, 'communicate', 'frank_critic', false),
          (5, 'return', 'regular', false), (6, 'return', 'one_and_done', true),
          (7, 'refer', 'advocate', false), (8, 'index', 'ideal', false))
        AS planted(number, quality, kind, low) USING (quality, kind) ORDER BY number""";

  private final SparkSession spark;
  private final Path folder;
  private final List<String> settings;

  private TruthBench(SparkSession spark, Path folder, List<String> settings) {
    this.spark = spark;
    this.folder = folder;
    this.settings = settings;
  }

  /** The folder, sizes, seeds, and settings that differ from the demo's. */
  public static void main(String[] arguments) throws IOException {
    try (SparkSession spark = BenchSession.open()) {
      List<String> settings = Arrays.asList(arguments).subList(3, arguments.length);
      var bench = new TruthBench(spark, Path.of(arguments[0]), settings);
      List<String> areas = new ArrayList<>(List.of(AREAS_HEAD));
      System.out.println(HEAD);
      for (String size : arguments[1].split(",", -1)) {
        for (String seed : arguments[2].split(",", -1)) {
          areas.add(bench.measure(new SampleSize(Long.parseLong(size), Long.parseLong(seed))));
        }
      }
      areas.forEach(System.out::println);
    }
  }

  /** Prints what was found; the line of areas is printed at the end. */
  private String measure(SampleSize size) throws IOException {
    Path shop = folder.resolve("shop-" + size.customers() + "-" + size.seed());
    Path warehouse = shop.resolve("warehouse");
    SampleShop.write(spark, shop.toString(), size);
    for (String job : JOBS) {
      Dangol.main(command(job, shop, warehouse));
    }
    open(shop, warehouse);
    System.out.println(line(size));
    String areas = areas(size);
    remove(shop);
    return areas;
  }

  private String[] command(String job, Path shop, Path warehouse) {
    List<String> words =
        new ArrayList<>(
            List.of(job, "--config", "conf/demo.conf", "--warehouse", warehouse.toString()));
    for (String source : SampleShop.folders()) {
      if (!source.startsWith("truth")) {
        words.addAll(List.of("--set", "sources." + source + ".path=" + shop.resolve(source)));
      }
    }
    settings.forEach(setting -> words.addAll(List.of("--set", setting)));
    return words.toArray(String[]::new);
  }

  private void open(Path shop, Path warehouse) {
    spark.read().parquet(shop.resolve("truth").toString()).createOrReplaceTempView("truth");
    for (String table : TABLES) {
      String path = warehouse.resolve(table).toString();
      spark.read().format("delta").load(path).createOrReplaceTempView(table);
    }
  }

  private String line(SampleSize size) {
    Row ideal = spark.sql(IDEAL).head();
    double both = ideal.getLong(3);
    return String.format(
        Locale.ROOT,
        "| %,d | %d | %d | %d | %.2f | %.2f | %d | %d | %.2f | %.2f | %.2f |",
        size.customers(),
        size.seed(),
        ideal.getLong(0),
        ideal.getLong(5),
        agreement(1),
        agreement(5),
        ideal.getLong(1),
        ideal.getLong(2),
        both / ideal.getLong(2),
        both / ideal.getLong(1),
        (double) ideal.getLong(4) / ideal.getLong(1));
  }

  private String areas(SampleSize size) {
    return spark.sql(AREAS).collectAsList().stream()
        .map(row -> String.format(Locale.ROOT, " %.2f |", row.getDouble(0)))
        .collect(
            Collectors.joining(
                "", String.format(Locale.ROOT, "| %,d | %d |", size.customers(), size.seed()), ""));
  }

  /** The adjusted Rand index of segments and kinds; those set aside are a segment of their own. */
  private double agreement(int orders) {
    List<Row> places = spark.sql(PLACES.formatted(orders)).collectAsList();
    Map<String, Map<String, Long>> kinds = new TreeMap<>();
    for (Row place : places) {
      kinds
          .computeIfAbsent(place.getString(0), kind -> new TreeMap<>())
          .put(place.getString(1), place.getLong(2));
    }
    List<String> segments = places.stream().map(place -> place.getString(1)).distinct().toList();
    return AdjustedRand.index(
        kinds.values().stream()
            .map(line -> segments.stream().mapToLong(id -> line.getOrDefault(id, 0L)).toArray())
            .toArray(long[][]::new));
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
