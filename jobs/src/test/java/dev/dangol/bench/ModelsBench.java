package dev.dangol.bench;

import dev.dangol.config.ValueSettings;
import dev.dangol.table.AsOf;
import dev.dangol.value.CustomerValue;
import dev.dangol.value.ModelFitting;
import dev.dangol.value.ScoringModels;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.ParameterEstimate;
import dev.dangol.value.model.GammaGamma;
import dev.dangol.value.model.HistoryCounts;
import dev.dangol.value.model.SpendExpectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Benchmark of each customer-base model, apart from the job around it. On customers simulated by
 * that model, their histories are counted, it is fitted to the counts, and all of them are scored
 * from Parquet to nowhere.
 */
public final class ModelsBench {
  private static final List<String> MODELS =
      List.of("bg-nbd", "mbg-nbd", "pareto-nbd", "bg-cnbd-2", "mbg-cnbd-2");

  private final SparkSession spark;
  private final long customers;
  private final Path folder;

  private ModelsBench(SparkSession spark, long customers, Path folder) {
    this.spark = spark;
    this.customers = customers;
    this.folder = folder;
  }

  /** Arguments: the number of customers, and a folder to keep them in. */
  public static void main(String[] arguments) throws IOException {
    try (SparkSession spark =
        SparkSession.builder().config("spark.ui.enabled", false).getOrCreate()) {
      spark.conf().set("spark.sql.ansi.enabled", false);
      ModelsBench bench =
          new ModelsBench(spark, Long.parseLong(arguments[0]), Path.of(arguments[1]));
      SpendExpectation spend = bench.spend();
      List<ScoringModels> fitted =
          MODELS.stream().map(model -> bench.fitted(model, spend)).toList();
      fitted.forEach(bench::score);
    }
  }

  private SpendExpectation spend() {
    ModelFitting fit = new ModelFitting(settings(MODELS.get(0)));
    Dataset<Row> simulated = simulated(MODELS.get(0));
    var counts = BenchStopwatch.measured("gamma-gamma: counting", () -> fit.spend(simulated));
    var found = BenchStopwatch.measured("gamma-gamma: fitting", () -> fit.gammaGamma(counts));
    return new GammaGamma().expectation(found.found().orElseThrow().values());
  }

  private ScoringModels fitted(String model, SpendExpectation spend) {
    ModelFitting fit = new ModelFitting(settings(model));
    Dataset<Row> simulated = simulated(model);
    HistoryCounts triples =
        BenchStopwatch.measured(model + ": counting", () -> fit.triples(simulated));
    var found =
        BenchStopwatch.measured(model + ": fitting", () -> fit.purchases(triples).get(model));
    System.out.printf(
        "%s: %d counts, %d MB live with them, %s%n",
        model, triples.size(), liveMegabytes(), parameters(found));
    return new ScoringModels(model, parameters(found), Optional.of(spend));
  }

  private static ValueSettings settings(String model) {
    ValueSettings usual = new ValueSettings(OptionalDouble.of(0.3));
    return new ValueSettings(
        usual.margin(),
        List.of(model),
        usual.horizons(),
        usual.discountRate(),
        usual.clvMonths(),
        usual.minRepeatBuyers(),
        usual.penalty(),
        usual.maxTriples());
  }

  private Dataset<Row> simulated(String model) {
    Path file = folder.resolve("simulated").resolve(model);
    if (!Files.exists(file.resolve("_SUCCESS"))) {
      SimulatedCustomers.of(spark, model, customers)
          .write()
          .mode("overwrite")
          .parquet(file.toString());
    }
    return spark.read().parquet(file.toString());
  }

  private static Map<String, Double> parameters(FitResult found) {
    if (found instanceof ParameterEstimate estimate) {
      return estimate.parameters();
    }
    throw new IllegalStateException(found.toString());
  }

  private void score(ScoringModels scoring) {
    AsOf asOf = new AsOf(LocalDate.parse(BenchShop.AS_OF), ZoneOffset.UTC);
    ValueSettings settings = settings(scoring.model());
    Dataset<Row> value = CustomerValue.of(simulated(scoring.model()), asOf, scoring, settings);
    BenchStopwatch.measured(
        scoring.model() + ": scoring",
        () -> {
          value.write().format("noop").mode("overwrite").save();
          return scoring;
        });
    System.out.printf("%s: %d MB live after scoring%n", scoring.model(), liveMegabytes());
  }

  /** The memory used on the heap after the garbage is gone. */
  private static long liveMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
