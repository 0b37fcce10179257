package dev.dangol.job.features;

import dev.dangol.features.CustomerFeatures;
import dev.dangol.features.FeatureAssembly;
import dev.dangol.features.FeatureAssembly.AssembledFeatures;
import dev.dangol.features.FoldedFeatures;
import dev.dangol.features.fold.CustomerParts;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureInputs;
import dev.dangol.features.purchases.PurchaseDays;
import dev.dangol.features.purchases.PurchaseFeatures;
import dev.dangol.features.purchases.PurchaseOrders;
import dev.dangol.features.referrals.ReferralNetwork;
import dev.dangol.features.satisfaction.CustomerExperience;
import dev.dangol.features.voice.VerifiedReviews;
import dev.dangol.job.JobContext;
import dev.dangol.store.OrderedTables;
import dev.dangol.store.ScratchTables;
import dev.dangol.table.AsOf;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Measures the features of customers as of any day; nothing is published. */
public final class DayFeatures {
  private final JobContext day;
  private final ScratchTables scratch;
  private final Map<Source, Dataset<Row>> clean;
  private final FeatureInputs shared;

  /**
   * Prepares the inputs that several tables of the day share.
   *
   * @param earlier a day before it whose orders are needed too
   */
  public DayFeatures(JobContext day, ScratchTables scratch, Optional<AsOf> earlier) {
    this.day = day;
    this.scratch = scratch;
    this.clean =
        VerifiedReviews.counting(
            day.clean(Sources.ALL), FeatureContext.of(day.asOf(), day.settings()));
    OptionalDouble margin = day.settings().value().margin();
    Dataset<Row> orders =
        scratch.apply(PurchaseOrders.of(clean.get(Sources.PURCHASES), day.asOf(), earlier, margin));
    Dataset<Row> days = scratch.apply(PurchaseDays.of(orders));
    Dataset<Row> experience = CustomerExperience.of(orders, clean, day.asOf(), day.settings());
    this.shared =
        new FeatureInputs(orders, days, scratch.apply(experience), folded(), network(days));
  }

  /** The rows of each configured source, of any day. */
  Map<Source, Dataset<Row>> clean() {
    return clean;
  }

  /** The inputs that all features share, computed once. */
  public FeatureInputs inputs() {
    return shared;
  }

  /** The features of each customer; starts Spark jobs. */
  public AssembledFeatures assemble() {
    return FeatureAssembly.of(
        scratch.apply(CustomerFeatures.measure(shared, clean, day.asOf(), day.settings())),
        day.asOf(),
        day.settings());
  }

  /** The folded measures; the sources are read in as many parts as the one that has most. */
  private Dataset<Row> folded() {
    OrderedTables tables = new OrderedTables(day.lake());
    List<Source> sources = FoldedFeatures.SOURCES.stream().filter(clean::containsKey).toList();
    int parts = tables.parts(sources.stream().map(Source::clean).toList());
    Map<Source, Dataset<Row>> ordered = new LinkedHashMap<>();
    for (Source source : sources) {
      ordered.put(source, tables.read(source.clean(), source.order().orElseThrow(), parts));
    }
    return FoldedFeatures.of(
        clean.get(Sources.PURCHASES).sparkSession(),
        new CustomerParts(ordered, parts),
        FeatureContext.of(day.asOf(), day.settings()));
  }

  private Optional<Dataset<Row>> network(Dataset<Row> days) {
    ReferralNetwork network = new ReferralNetwork(day.settings().features().referrals(), scratch);
    return Optional.ofNullable(clean.get(Sources.REFERRALS))
        .map(referrals -> network.of(referrals, PurchaseFeatures.buyers(days), day.asOf()));
  }
}
