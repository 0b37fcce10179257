package dev.dangol.job.features;

import dev.dangol.cohorts.CustomerAttributes;
import dev.dangol.config.CustomFeature;
import dev.dangol.features.CustomerFeatures;
import dev.dangol.features.FeatureAssembly;
import dev.dangol.features.FeatureAssembly.AssembledFeatures;
import dev.dangol.features.FoldedFeatures;
import dev.dangol.features.NamedFeatures;
import dev.dangol.features.OrderHistory;
import dev.dangol.features.custom.CustomRows;
import dev.dangol.features.fold.CustomerParts;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureInputs;
import dev.dangol.features.purchases.LineCensus;
import dev.dangol.features.purchases.ProductShapers;
import dev.dangol.features.purchases.PurchaseFeatures;
import dev.dangol.features.referrals.ReferralNetwork;
import dev.dangol.features.satisfaction.CustomerExperience;
import dev.dangol.features.voice.VerifiedReviews;
import dev.dangol.job.JobContext;
import dev.dangol.store.OrderedTables;
import dev.dangol.store.ScratchTables;
import dev.dangol.table.AsOf;
import dev.dangol.table.features.ReferralColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Measures the features of customers as of any day; nothing is published. */
public final class DayFeatures {
  private final JobContext day;
  private final NamedFeatures asked;
  private final ScratchTables scratch;
  private final Map<Source, Dataset<Row>> clean;
  private final FeatureInputs shared;

  /**
   * Prepares the inputs that several tables of the day share.
   *
   * @param earlier a day before it whose orders are needed too
   */
  DayFeatures(JobContext day, ScratchTables scratch, Optional<AsOf> earlier) {
    this(day, scratch, earlier, NamedFeatures.ALL);
  }

  /**
   * Prepares the inputs of some features of a day.
   *
   * @param asked the features
   */
  public DayFeatures(JobContext day, ScratchTables scratch, NamedFeatures asked) {
    this(day, scratch, Optional.empty(), asked);
  }

  private DayFeatures(
      JobContext day, ScratchTables scratch, Optional<AsOf> earlier, NamedFeatures asked) {
    this.day = day;
    this.asked = asked;
    this.scratch = scratch;
    this.clean =
        VerifiedReviews.counting(
            day.clean(Sources.ALL), FeatureContext.of(day.asOf(), day.settings()));
    CustomerParts ordered = ordered();
    SparkSession spark = clean.get(Sources.PURCHASES).sparkSession();
    LineCensus census = LineCensus.of(ordered.rows().get(Sources.PURCHASES), measuring(), earlier);
    Dataset<Row> history = scratch.apply(OrderHistory.of(spark, ordered, measuring(), census));
    Dataset<Row> days = OrderHistory.days(history);
    Dataset<Row> experience = CustomerExperience.of(history, day.settings());
    Dataset<Row> folded = FoldedFeatures.of(spark, ordered, measuring());
    Optional<Dataset<Row>> shapers =
        ProductShapers.perCustomer(history, clean, measuring()).map(scratch);
    this.shared = new FeatureInputs(history, days, experience, folded, shapers, network(days));
  }

  /** The rows of each configured source, of any day. */
  Map<Source, Dataset<Row>> clean() {
    return clean;
  }

  /** The inputs that all features share, computed once. */
  public FeatureInputs inputs() {
    return shared;
  }

  /** The features of each customer, and those that the configuration adds; starts Spark jobs. */
  DescribedCustomers assemble() {
    Dataset<Row> measured = measured();
    return new DescribedCustomers(
        FeatureAssembly.of(measured, day.asOf(), day.settings()),
        custom().isEmpty() ? Optional.empty() : Optional.of(CustomRows.of(measured, day.asOf())));
  }

  /**
   * Customers of the day.
   *
   * @param compared their features
   * @param custom the rows of {@code custom_features}; empty where the configuration adds none
   */
  record DescribedCustomers(AssembledFeatures compared, Optional<Dataset<Row>> custom) {}

  /** The features of each customer that were asked for, the configured ones among them. */
  public Dataset<Row> features() {
    Dataset<Row> measured = measured();
    Dataset<Row> features =
        asked.all()
            ? FeatureAssembly.of(measured, day.asOf(), day.settings()).features()
            : FeatureAssembly.named(measured, measuring(), asked);
    return custom().isEmpty()
        ? features
        : CustomerAttributes.of(
            features, List.of(CustomRows.columns(CustomRows.of(measured, day.asOf()), custom())));
  }

  private List<CustomFeature> custom() {
    return day.settings().features().custom();
  }

  private Dataset<Row> measured() {
    return scratch.apply(CustomerFeatures.measure(shared, clean, measuring()));
  }

  private FeatureContext measuring() {
    return FeatureContext.of(day.asOf(), day.settings()).asking(asked);
  }

  /** The sources that are folded, in as many parts as the one that has most. */
  private CustomerParts ordered() {
    OrderedTables tables = new OrderedTables(day.lake());
    List<Source> sources = FoldedFeatures.SOURCES.stream().filter(clean::containsKey).toList();
    int parts = tables.parts(sources.stream().map(Source::clean).toList());
    Map<Source, Dataset<Row>> ordered = new LinkedHashMap<>();
    for (Source source : sources) {
      ordered.put(source, tables.read(source.clean(), source.order().orElseThrow(), parts));
    }
    return new CustomerParts(ordered, parts);
  }

  private Optional<Dataset<Row>> network(Dataset<Row> days) {
    ReferralNetwork network = new ReferralNetwork(day.settings().features().referrals(), scratch);
    return Optional.ofNullable(clean.get(Sources.REFERRALS))
        .filter(any -> ReferralColumns.FEATURES.stream().anyMatch(asked))
        .map(referrals -> network.of(referrals, PurchaseFeatures.buyers(days), day.asOf()));
  }
}
