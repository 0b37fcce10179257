package dev.dangol.value;

import dev.dangol.config.ValueSettings;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.FitRules;
import dev.dangol.value.fitting.LimitEstimate;
import dev.dangol.value.fitting.ParameterEstimate;
import dev.dangol.value.model.EmpiricalRates;
import dev.dangol.value.model.EmpiricalSpend;
import dev.dangol.value.model.GammaGamma;
import dev.dangol.value.model.HistoryCounts;
import dev.dangol.value.model.HoldoutOutcomes;
import dev.dangol.value.model.HoldoutOutcomes.HoldoutOutcome;
import dev.dangol.value.model.HoldoutPeriod;
import dev.dangol.value.model.PurchaseFits;
import dev.dangol.value.model.PurchaseHistory;
import dev.dangol.value.model.PurchaseModel;
import dev.dangol.value.model.RepeatSpend;
import dev.dangol.value.model.RetentionGain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fits models to customers: the class of this package that runs Spark jobs. It counts histories on
 * the cluster and collects the counts alone, at most {@code value.max-triples} of them: where days
 * make more, it counts in bins of one week, two, four and so on, with each bin represented by the
 * mean of its customers. Frequencies stay exact.
 */
@RunsSparkJobs
public final class ModelFitting {
  private static final int WEEK = 7;

  /**
   * In days: a bin that holds every customer's recency and age, of which frequency alone makes
   * more.
   */
  static final int ALL_TIME = 100_000;

  /**
   * The number of histories that represent a base where they are scored over and over for an
   * interval.
   */
  private static final int ROUGHLY = 5_000;

  private final ValueSettings settings;

  public ModelFitting(ValueSettings settings) {
    this.settings = settings;
  }

  /**
   * Counts customers' histories.
   *
   * @param features customer_features of one day, of all customers or of those to be fitted alone
   */
  public HistoryCounts triples(Dataset<Row> features) {
    HistoryCounts.HistoryCounter counter = new HistoryCounts.HistoryCounter();
    for (Row row : collectBins(days -> PurchaseCounts.of(features, days))) {
      counter.add(history(row), customers(row));
    }
    return counter.triples();
  }

  /**
   * Counts the outcomes of customers between two days, to judge models that were fitted to the
   * earlier one.
   *
   * @param earlier customer_features of the day on which the span began
   * @param later those of the day on which it ended
   * @param days from the one to the other
   */
  public HoldoutPeriod holdout(Dataset<Row> earlier, Dataset<Row> later, int days) {
    List<HoldoutOutcome> outcomes =
        collectBins(bin -> OutcomeCounts.of(earlier, later, bin)).stream()
            .map(ModelFitting::outcome)
            .toList();
    return new HoldoutPeriod(
        triples(OutcomeCounts.knownBefore(earlier, later)),
        triples(OutcomeCounts.knownBefore(later, earlier)),
        HoldoutOutcomes.of(outcomes),
        days / PurchaseHistory.WEEK);
  }

  private static HoldoutOutcome outcome(Row row) {
    double later = (double) new RowReader(row).count(ValueColumns.LATER_ORDERS);
    return new HoldoutOutcome(history(row), later, customers(row));
  }

  private static PurchaseHistory history(Row row) {
    RowReader cells = new RowReader(row);
    double recency = cells.number(ValueColumns.MEAN_RECENCY_DAYS).orElse(0);
    double age = cells.number(ValueColumns.MEAN_AGE_DAYS).orElse(0);
    return PurchaseHistory.ofDays((double) cells.count(FeatureColumns.FREQUENCY), recency, age);
  }

  private static double customers(Row row) {
    return (double) new RowReader(row).count(ValueColumns.CUSTOMERS);
  }

  private List<Row> collectBins(IntFunction<Dataset<Row>> inBins) {
    return collectBins(settings.maxTriples(), inBins);
  }

  /** Counts in the smallest bins of days that keep the bound. */
  private static List<Row> collectBins(int most, IntFunction<Dataset<Row>> inBins) {
    for (int days = 1; days < ALL_TIME; days = wider(days)) {
      List<Row> counted = inBins.apply(days).limit(most + 1).collectAsList();
      if (counted.size() <= most) {
        return counted;
      }
    }
    return inBins.apply(ALL_TIME).collectAsList();
  }

  /** The days of the next wider bins, in which the narrower ones lie whole. */
  static int wider(int days) {
    return days == 1 ? WEEK : Math.min(2 * days, ALL_TIME);
  }

  /** Counts the spend of repeat buyers. */
  public RepeatSpend spend(Dataset<Row> features) {
    return RepeatSpend.of(
        SpendCounts.of(features).collectAsList().stream().map(ModelFitting::group).toList());
  }

  private static RepeatSpend.SpendGroup group(Row row) {
    RowReader cells = new RowReader(row);
    return new RepeatSpend.SpendGroup(
        (double) cells.count(FeatureColumns.FREQUENCY),
        cells.number(ValueColumns.MEAN_SPEND).orElseThrow(),
        cells.number(ValueColumns.MEAN_LOG_SPEND).orElseThrow(),
        customers(row));
  }

  /**
   * Fits every configured model of purchases; the result of each, by its name, in their order.
   * After them come the limits that stand for models at an edge, and plain rates where nothing else
   * has parameters.
   */
  public Map<String, FitResult> purchases(HistoryCounts triples) {
    PurchaseFits all = new PurchaseFits(triples, rules());
    Map<String, FitResult> fits = new LinkedHashMap<>();
    for (String name : settings.models()) {
      fits.put(name, all.of(PurchaseModel.byName(name)));
    }
    for (FitResult result : List.copyOf(fits.values())) {
      if (result instanceof LimitEstimate edge) {
        fits.putIfAbsent(edge.limit(), edge.estimate());
      }
    }
    EmpiricalRates plain = new EmpiricalRates();
    boolean nothing = fits.values().stream().allMatch(result -> result.found().isEmpty());
    if (nothing && all.of(plain) instanceof ParameterEstimate counted) {
      fits.put(plain.name(), counted);
    }
    return fits;
  }

  /** Fits the model of spend. */
  public FitResult gammaGamma(RepeatSpend spend) {
    return new GammaGamma().fit(spend, rules());
  }

  /**
   * Fits every model; of the models of purchases none is chosen yet.
   *
   * @param features customer_features of the day
   */
  public FittedModels everything(Dataset<Row> features) {
    HistoryCounts triples = triples(features);
    RepeatSpend spend = spend(features);
    SpendResults spends =
        SpendResults.of(spend.customers(), gammaGamma(spend), spend.rankCorrelation());
    return new FittedModels(
        triples.customers(),
        purchases(triples),
        Optional.empty(),
        triples.repeatBuyers() < EmpiricalRates.FEWEST || spends.chosen().isPresent()
            ? spends
            : spends.orElse(meanOrder(features, triples)));
  }

  /** The mean value of all orders, as a model of spend; at least one customer must have bought. */
  private static ParameterEstimate meanOrder(Dataset<Row> features, HistoryCounts triples) {
    double orders = triples.customers() + triples.repeatPurchases();
    return new EmpiricalSpend().of(CustomerBase.netSales(features), orders);
  }

  /**
   * The worth of more retention; nothing where purchases or spend could not be modelled.
   *
   * @param features customer_features of the day
   */
  public List<RetentionWhatIf.WhatIfAnswer> whatIf(Dataset<Row> features, FittedModels fitted) {
    if (fitted.chosen().isEmpty() || !fitted.knowsSpend()) {
      return List.of();
    }
    Column value = CustomerValue.orderValue(fitted.scoring().orElseThrow());
    List<RetentionGain.HistoryWorth> base =
        collectBins(ROUGHLY, days -> OrderValueCounts.of(features, value, days)).stream()
            .map(ModelFitting::worth)
            .toList();
    return RetentionWhatIf.of(base, fitted.model(), fitted.estimate().orElseThrow(), settings);
  }

  private static RetentionGain.HistoryWorth worth(Row row) {
    double worth = new RowReader(row).number(ValueColumns.WORTH).orElse(0);
    return new RetentionGain.HistoryWorth(history(row), customers(row), worth);
  }

  private FitRules rules() {
    return new FitRules(settings.minRepeatBuyers(), settings.penalty());
  }
}
