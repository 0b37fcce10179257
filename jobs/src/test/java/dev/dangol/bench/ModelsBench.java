package dev.dangol.bench;

import dev.dangol.config.ValueSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.FeatureColumns;
import dev.dangol.value.BaseFit;
import dev.dangol.value.Contest;
import dev.dangol.value.CustomerValue;
import dev.dangol.value.Fitted;
import dev.dangol.value.ValueFit;
import dev.dangol.value.model.Estimate;
import dev.dangol.value.model.FitResult;
import dev.dangol.value.model.NoFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * The customer-base models apart from the job around them: counting histories, fitting all models
 * to the counts, and scoring everybody with the one chosen. Customers are in memory already.
 */
public final class ModelsBench {
  private ModelsBench() {}

  /** How many customers, and the folder of their shop, where one of both has measured them. */
  public static void main(String[] arguments) throws IOException {
    try (SparkSession spark =
        SparkSession.builder().config("spark.ui.enabled", false).getOrCreate()) {
      spark.conf().set("spark.sql.ansi.enabled", false);
      Dataset<Row> customers =
          BaseFit.customers(typed(spark.read().parquet(measured(Path.of(arguments[1])))))
              .persist(StorageLevel.MEMORY_ONLY());
      customers.count();
      var settings = new ValueSettings(OptionalDouble.of(0.3));
      var fit = new ValueFit(settings);
      var triples = Stopwatch.told("models: counting histories", () -> fit.triples(customers));
      var spend = Stopwatch.told("models: counting spend", () -> fit.spend(customers));
      var purchases = Stopwatch.told("models: fitting purchases", () -> fit.purchases(triples));
      var worth = Stopwatch.told("models: fitting spend", () -> fit.gammaGamma(spend));
      var fitted =
          new Fitted(
              triples.customers(),
              purchases,
              new Contest(Optional.empty(), Map.of(), Map.of(), Map.of()).best(found(purchases)),
              spend.customers(),
              worth,
              spend.rankCorrelation());
      Stopwatch.told("models: scoring", () -> score(customers, fitted, settings));
    }
  }

  /** DuckDB counts in narrower numbers. */
  private static Dataset<Row> typed(Dataset<Row> features) {
    List<String> there = List.of(features.columns());
    return features.select(
        FeatureColumns.table(List.of()).fields().stream()
            .filter(field -> there.contains(field.name()))
            .map(field -> field.is(field.col().cast(field.type())))
            .toArray(Column[]::new));
  }

  private static String[] measured(Path shop) {
    Path features = shop.resolve("warehouse").resolve("customer_features");
    return Files.isDirectory(features)
        ? DuckFeatures.activeFiles(features).stream().map(Path::toString).toArray(String[]::new)
        : new String[] {shop.resolve("duckdb.parquet").toString()};
  }

  /** The models that could be fitted; why the others could not is told. */
  private static List<String> found(Map<String, FitResult> purchases) {
    purchases.forEach(
        (name, result) -> {
          if (result instanceof NoFit none) {
            System.out.println("models: " + name + " could not be fitted: " + none.reason());
          }
        });
    return purchases.keySet().stream()
        .filter(name -> purchases.get(name) instanceof Estimate)
        .toList();
  }

  private static String score(Dataset<Row> customers, Fitted fitted, ValueSettings settings) {
    AsOf asOf = new AsOf(LocalDate.parse(BenchShop.AS_OF), ZoneOffset.UTC);
    CustomerValue.of(customers, asOf, fitted.scoring().orElseThrow(), settings)
        .write()
        .format("noop")
        .mode("overwrite")
        .save();
    return fitted.chosen().orElseThrow();
  }
}
