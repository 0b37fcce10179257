package dev.dangol.job.features;

import static org.apache.spark.sql.functions.lit;

import dev.dangol.config.RepeatSettings;
import dev.dangol.config.Settings;
import dev.dangol.features.FeatureAssembly.AssembledFeatures;
import dev.dangol.features.NotMeasuredFeatures;
import dev.dangol.features.custom.CustomPredicates;
import dev.dangol.features.measure.FeatureInputs;
import dev.dangol.features.purchases.RepeatCurve;
import dev.dangol.features.purchases.RetentionCohorts;
import dev.dangol.features.referrals.ReferralNetwork;
import dev.dangol.features.satisfaction.SatisfactionCurve;
import dev.dangol.features.scores.CustomerEffort;
import dev.dangol.job.Job;
import dev.dangol.job.JobContext;
import dev.dangol.job.NotMeasuredRows;
import dev.dangol.job.ParallelTasks;
import dev.dangol.job.features.DayFeatures.DescribedCustomers;
import dev.dangol.job.ingest.IngestJob;
import dev.dangol.store.Lake;
import dev.dangol.store.ScratchTables;
import dev.dangol.table.RowReader;
import dev.dangol.table.Table;
import dev.dangol.table.features.EffortColumns;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.features.NetworkColumns;
import dev.dangol.table.features.RepeatColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.results.CustomColumns;
import dev.dangol.table.results.ProductCycleColumns;
import dev.dangol.table.results.RetentionColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Measures the features of every customer as of a day, with retention, repeat and referrals. */
public final class FeaturesJob implements Job {
  private static final String NAME = "features";
  private static final String NO_CYCLE =
      "No category was bought on two days by features.cycle-min-repeats customers.";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<String> after() {
    return Optional.of(IngestJob.NAME);
  }

  @Override
  public void run(JobContext day) {
    Lake lake = day.lake();
    CustomPredicates.prove(day.settings().features().custom(), lake::none);
    try (ScratchTables scratch = day.lake().scratch()) {
      DayFeatures measured =
          new DayFeatures(
              day, scratch, Optional.of(SatisfactionCurve.earlier(day.asOf(), day.settings())));
      FeatureInputs shared = measured.inputs();
      Dataset<Row> days = shared.days();
      RepeatSettings repeats = day.settings().features().repeats();
      Map<String, String> reasons = new ConcurrentSkipListMap<>();
      ParallelTasks.all(
          () -> reasons.putAll(customers(day, measured)),
          () -> reasons.putAll(LikelihoodTables.write(day, measured, scratch)),
          () -> reasons.putAll(SatisfactionTables.write(day, shared, scratch)),
          () ->
              lake.replaceDay(
                  RepeatColumns.TABLE, RepeatCurve.of(days, day.asOf(), repeats), day.asOf()));
      NotMeasuredRows.replace(day, NAME, reasons);
    }
  }

  /** Writes the features and what is made of them; returns why some could not be measured. */
  private static Map<String, String> customers(JobContext day, DayFeatures measured) {
    Lake lake = day.lake();
    Settings settings = day.settings();
    Map<Source, Dataset<Row>> clean = measured.clean();
    DescribedCustomers customers = measured.assemble();
    AssembledFeatures compared = customers.compared();
    Table features = FeatureTable.of(settings.features().windows());
    lake.replaceDay(features, compared.features(), day.asOf());
    lake.replaceDay(SatisfactionColumns.TABLE, compared.satisfaction(), day.asOf());
    List<Row> cycles = compared.cycles().rows(day.asOf(), settings.value().horizons());
    lake.replaceDay(
        ProductCycleColumns.TABLE, lake.of(ProductCycleColumns.TABLE, cycles), day.asOf());
    Optional<Dataset<Row>> costs =
        Optional.ofNullable(clean.get(Sources.COSTS))
            .filter(any -> CustomerEffort.costsMapped(settings));
    Dataset<Row> effort = CustomerEffort.of(lake.readDay(features, day.asOf()), costs, day.asOf());
    lake.replaceDay(EffortColumns.TABLE, effort, day.asOf());
    Dataset<Row> retention =
        RetentionCohorts.of(
            measured.inputs().days(), lake.readDay(features, day.asOf()), day.asOf());
    lake.replaceDay(RetentionColumns.TABLE, retention, day.asOf());
    replaceNetwork(day, measured.inputs(), clean);
    replaceCustom(day, customers.custom());
    Map<String, String> reasons = NotMeasuredFeatures.reasons(settings, compared.seen());
    if (cycles.isEmpty()) {
      reasons.putIfAbsent(ProductCycleColumns.TABLE.name(), NO_CYCLE);
    }
    return reasons;
  }

  /** Writes the configured features; without any, a table that there was is emptied. */
  private static void replaceCustom(JobContext day, Optional<Dataset<Row>> custom) {
    Lake lake = day.lake();
    if (custom.isPresent() || lake.exists(CustomColumns.TABLE)) {
      lake.replaceDay(
          CustomColumns.TABLE, custom.orElseGet(() -> lake.none(CustomColumns.TABLE)), day.asOf());
    }
  }

  /** Without referrals there is no table; where there was one, its day is emptied. */
  private static void replaceNetwork(
      JobContext day, FeatureInputs shared, Map<Source, Dataset<Row>> clean) {
    Lake lake = day.lake();
    if (shared.network().isPresent() || lake.exists(NetworkColumns.TABLE)) {
      Dataset<Row> rows =
          shared
              .network()
              .map(network -> ReferralNetwork.withSavedCost(network, meanCost(day, clean)))
              .orElseGet(() -> lake.none(NetworkColumns.TABLE));
      lake.replaceDay(NetworkColumns.TABLE, rows, day.asOf());
    }
  }

  private static Column meanCost(JobContext day, Map<Source, Dataset<Row>> clean) {
    Dataset<Row> effort = day.lake().readDay(EffortColumns.TABLE, day.asOf());
    Dataset<Row> mean = CustomerEffort.meanCost(effort, clean.get(Sources.REFERRALS), day.asOf());
    Optional<BigDecimal> cost =
        new RowReader(mean.head()).amount(NetworkColumns.SAVED_ACQUISITION_COST);
    return lit(cost.orElse(null));
  }
}
