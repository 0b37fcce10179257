package dev.dangol.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.fold.CustomerParts;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.purchases.PurchaseDays;
import dev.dangol.store.Lake;
import dev.dangol.store.OrderedTables;
import dev.dangol.table.AsOf;
import dev.dangol.table.Table;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Folded features over tables in order, in as many parts as there may be. */
@ExtendWith(SparkExtension.class)
class FoldedFeaturesTest {
  private static final AsOf DAY = new AsOf(GeneratedShop.MIDDLE, GeneratedShop.ZONE);

  @TempDir private Path folder;

  @Test
  void any_number_of_buckets_gives_the_same_measures(SparkSession spark) {
    Map<Source, Dataset<Row>> shop = new LinkedHashMap<>(GeneratedShop.open(spark));
    shop.keySet().retainAll(FoldedFeatures.SOURCES);
    FeatureContext measuring = FeatureContext.of(DAY, GeneratedShop.settings().settings());
    List<String> expected = sorted(FoldedFeatures.of(spark, CustomerParts.sort(shop), measuring));
    assertThat(expected).hasSizeGreaterThan(5);
    Lake lake = new Lake(spark, folder.toString());
    OrderedTables tables = new OrderedTables(lake);
    tables.replace(
        table(Sources.PURCHASES),
        Sources.PURCHASES.order().orElseThrow(),
        4,
        rows(shop, Sources.PURCHASES));
    tables.replace(
        table(Sources.ENGAGEMENT),
        Sources.ENGAGEMENT.order().orElseThrow(),
        2,
        rows(shop, Sources.ENGAGEMENT));

    for (int parts : List.of(1, 2, 4, 16)) {
      Map<Source, Dataset<Row>> ordered = new LinkedHashMap<>();
      shop.keySet()
          .forEach(
              source ->
                  ordered.put(
                      source, tables.read(table(source), source.order().orElseThrow(), parts)));
      Dataset<Row> folded = FoldedFeatures.of(spark, new CustomerParts(ordered, parts), measuring);
      assertThat(sorted(folded)).as(parts + " parts").isEqualTo(expected);
    }
  }

  /** The queries that other jobs make days by, as the twin. */
  @Test
  void folded_days_are_those_that_orders_come_to(SparkSession spark) {
    Map<Source, Dataset<Row>> shop = GeneratedShop.open(spark);
    for (GivenSettings given :
        List.of(GeneratedShop.settings(), GeneratedShop.settings().withMargin(0.3))) {
      var settings = given.settings();
      Dataset<Row> folded =
          OrderHistory.days(FoldedInputs.history(shop, DAY, settings, Optional.empty()));
      Dataset<Row> queried =
          PurchaseDays.of(shop.get(Sources.PURCHASES), DAY, settings.value().margin());
      Column[] columns = Stream.of(folded.columns()).map(queried::col).toArray(Column[]::new);
      assertThat(folded.columns()).hasSize(6);
      assertThat(sorted(folded)).hasSizeGreaterThan(100);
      assertThat(sorted(folded)).isEqualTo(sorted(queried.select(columns)));
    }
  }

  private static Dataset<Row> rows(Map<Source, Dataset<Row>> shop, Source source) {
    // Rows in memory are written by the driver, which knows no buckets.
    return shop.get(source).repartition(3);
  }

  private static Table table(Source source) {
    return new Table("clean_" + source.name(), source.meaning(), List.of(), source.fields());
  }

  private static List<String> sorted(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).sorted().toList();
  }
}
