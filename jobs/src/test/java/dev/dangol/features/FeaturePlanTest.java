package dev.dangol.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureInputs;
import dev.dangol.features.purchases.PurchaseFeatures;
import dev.dangol.features.referrals.ReferralNetwork;
import dev.dangol.features.satisfaction.CustomerExperience;
import dev.dangol.table.AsOf;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.SparkPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import scala.jdk.javaapi.CollectionConverters;

/** Spark plans of the features of a day: limits on reads of the sources and on shuffles. */
@ExtendWith(SparkExtension.class)
class FeaturePlanTest {
  private static final AsOf DAY = new AsOf(GeneratedShop.MIDDLE, GeneratedShop.ZONE);
  private static final Map<String, String> LARGE =
      Map.of(
          "spark.sql.adaptive.enabled", "false",
          "spark.sql.autoBroadcastJoinThreshold", "-1",
          "spark.sql.shuffle.partitions", "7");

  private final Map<String, String> before = new LinkedHashMap<>();

  @BeforeEach
  void plan_as_for_large_tables(SparkSession spark) {
    LARGE.forEach(
        (key, value) -> {
          before.put(key, spark.conf().get(key));
          spark.conf().set(key, value);
        });
  }

  @AfterEach
  void restore(SparkSession spark) {
    before.forEach((key, value) -> spark.conf().set(key, value));
  }

  /** Beside the fold, purchases are there as what customers met with, which is kept. */
  @Test
  void purchases_are_folded_and_read_no_more(SparkSession spark) {
    List<String> plan = plan(spark, List.of(Sources.PURCHASES));
    assertThat(plan).filteredOn(node -> node.startsWith("InMemoryTableScan")).isEmpty();
    assertThat(plan).filteredOn(node -> node.startsWith("LocalTableScan")).isEmpty();
    assertThat(plan).filteredOn(node -> node.startsWith("Scan ExistingRDD")).hasSize(2);
    // The fold comes in one part here, as of small tables, and what it is joined with too.
    assertThat(plan).filteredOn(node -> node.startsWith("Exchange hash")).hasSize(2);
    assertThat(plan).filteredOn(node -> node.startsWith("Exchange SinglePartition")).isEmpty();
  }

  /**
   * Reviews are folded, and read once more for who reviewed a product first; so are events, for the
   * few that are comments on one.
   */
  @Test
  void each_other_source_is_read_once_and_the_referral_network_as_it_is_kept(SparkSession spark) {
    List<String> plan = plan(spark, List.copyOf(GeneratedShop.open(spark).keySet()));
    assertThat(plan).filteredOn(node -> node.startsWith("LocalTableScan")).hasSize(3);
    assertThat(plan).filteredOn(node -> node.startsWith("Exchange SinglePartition")).isEmpty();
  }

  /** Purchases and reviews are folded; prices are ranked by their census before. */
  @Test
  void what_customers_met_with_takes_each_source_once(SparkSession spark) {
    var experience =
        (org.apache.spark.sql.classic.Dataset<Row>)
            ComparedExperience.experience(
                ExperienceShop.open(spark, 1), DAY, ExperienceShop.settings().settings());
    List<String> plan = nodes(experience.queryExecution().executedPlan());
    assertThat(plan).filteredOn(node -> node.startsWith("LocalTableScan")).isEmpty();
    assertThat(plan).filteredOn(node -> node.startsWith("Exchange SinglePartition")).isEmpty();
  }

  /** The purchase days and what customers met with are kept, as the job keeps them. */
  private static List<String> plan(SparkSession spark, List<Source> sources) {
    Map<Source, Dataset<Row>> shop = GeneratedShop.open(spark);
    shop.keySet().retainAll(sources);
    GivenSettings given = GivenSettings.in(GeneratedShop.ZONE, GeneratedShop.WINDOWS);
    for (Source source : shop.keySet()) {
      given = given.with(source, source.fields());
    }
    Dataset<Row> history = FoldedInputs.history(shop, DAY, given.settings(), Optional.empty());
    Dataset<Row> days = OrderHistory.days(history).persist();
    Dataset<Row> experience = CustomerExperience.of(history, given.settings()).localCheckpoint();
    Optional<Dataset<Row>> network =
        Optional.ofNullable(shop.get(Sources.REFERRALS))
            .map(
                referrals ->
                    new ReferralNetwork(GivenSettings.REFERRALS, UnaryOperator.identity())
                        .of(referrals, PurchaseFeatures.buyers(days), DAY)
                        .localCheckpoint());
    try {
      Dataset<Row> folded = FoldedInputs.of(shop, DAY, given.settings());
      FeatureInputs shared =
          new FeatureInputs(history, days, experience, folded, Optional.empty(), network);
      var features =
          (org.apache.spark.sql.classic.Dataset<Row>)
              CustomerFeatures.measure(shared, shop, FeatureContext.of(DAY, given.settings()));
      return nodes(features.queryExecution().executedPlan());
    } finally {
      days.unpersist();
    }
  }

  /** The plan's own nodes, without those by which the kept purchase days are made. */
  private static List<String> nodes(SparkPlan plan) {
    return Stream.concat(
            Stream.of(plan.simpleString(100)),
            CollectionConverters.asJava(plan.children()).stream()
                .flatMap(child -> nodes(child).stream()))
        .toList();
  }
}
