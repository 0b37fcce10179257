package dev.dangol.value;

import dev.dangol.config.ValueSettings;
import dev.dangol.table.Cells;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.ValueColumns;
import dev.dangol.value.model.Estimate;
import dev.dangol.value.model.FitResult;
import dev.dangol.value.model.FitRules;
import dev.dangol.value.model.GammaGamma;
import dev.dangol.value.model.History;
import dev.dangol.value.model.Holdout;
import dev.dangol.value.model.Outcomes;
import dev.dangol.value.model.Outcomes.Outcome;
import dev.dangol.value.model.PurchaseModel;
import dev.dangol.value.model.RetentionGain;
import dev.dangol.value.model.Spend;
import dev.dangol.value.model.Triples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fits models to customers: the class of this room that runs Spark jobs. It counts histories on the
 * cluster and collects the counts alone, at most {@code value.max-triples} of them: where days make
 * more, it counts in bins of one week, two, four and so on, with each bin standing at the mean of
 * its customers. Frequencies stay exact.
 */
public final class ValueFit {
  private static final int WEEK = 7;

  /** In days: a bin that holds everybody's recency and age, of which frequency alone makes more. */
  static final int ALL_TIME = 100_000;

  /** Histories that a base is told by where they are scored over and over for an interval. */
  private static final int ROUGHLY = 5_000;

  private final ValueSettings settings;

  public ValueFit(ValueSettings settings) {
    this.settings = settings;
  }

  /**
   * Counts customers' histories.
   *
   * @param features customer_features of one day, of all customers or of those to be fitted alone
   */
  public Triples triples(Dataset<Row> features) {
    Triples.Counter counter = new Triples.Counter();
    for (Row row : counted(days -> PurchaseCounts.of(features, days))) {
      counter.add(history(row), customers(row));
    }
    return counter.triples();
  }

  /**
   * Counts what customers did between two days, to judge models by that were fitted to the earlier
   * one.
   *
   * @param earlier customer_features of the day on which the span began
   * @param later those of the day on which it ended
   * @param days from the one to the other
   */
  public Holdout holdout(Dataset<Row> earlier, Dataset<Row> later, int days) {
    List<Outcome> outcomes =
        counted(bin -> OutcomeCounts.of(earlier, later, bin)).stream()
            .map(ValueFit::outcome)
            .toList();
    return new Holdout(
        triples(OutcomeCounts.known(earlier, later)),
        triples(OutcomeCounts.known(later, earlier)),
        Outcomes.of(outcomes),
        days / History.WEEK);
  }

  private static Outcome outcome(Row row) {
    double later = (double) new Cells(row).count(ValueColumns.LATER_ORDERS);
    return new Outcome(history(row), later, customers(row));
  }

  private static History history(Row row) {
    Cells cells = new Cells(row);
    double recency = cells.number(ValueColumns.MEAN_RECENCY_DAYS).orElse(0);
    double age = cells.number(ValueColumns.MEAN_AGE_DAYS).orElse(0);
    return History.ofDays((double) cells.count(FeatureColumns.FREQUENCY), recency, age);
  }

  private static double customers(Row row) {
    return (double) new Cells(row).count(ValueColumns.CUSTOMERS);
  }

  private List<Row> counted(IntFunction<Dataset<Row>> inBins) {
    return counted(settings.maxTriples(), inBins);
  }

  /** Counts in the smallest bins of days that keep the bound. */
  private static List<Row> counted(int most, IntFunction<Dataset<Row>> inBins) {
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

  /** Counts what repeat buyers spend. */
  public Spend spend(Dataset<Row> features) {
    return Spend.of(
        SpendCounts.of(features).collectAsList().stream().map(ValueFit::group).toList());
  }

  private static Spend.Group group(Row row) {
    Cells cells = new Cells(row);
    return new Spend.Group(
        (double) cells.count(FeatureColumns.FREQUENCY),
        cells.number(ValueColumns.MEAN_SPEND).orElseThrow(),
        cells.number(ValueColumns.MEAN_LOG_SPEND).orElseThrow(),
        customers(row));
  }

  /** Fits every configured model of purchases; what came of each, by its name, in their order. */
  public Map<String, FitResult> purchases(Triples triples) {
    Map<String, FitResult> fits = new LinkedHashMap<>();
    for (String name : settings.models()) {
      fits.put(name, PurchaseModel.named(name).fit(triples, rules()));
    }
    return fits;
  }

  /** Fits the model of spend. */
  public FitResult gammaGamma(Spend spend) {
    return new GammaGamma().fit(spend, rules());
  }

  /**
   * Fits everything.
   *
   * @param features customer_features of the day
   * @param contest what decides between models
   */
  public Fitted everything(Dataset<Row> features, Contest contest) {
    Triples triples = triples(features);
    Map<String, FitResult> purchases = purchases(triples);
    List<String> found =
        purchases.keySet().stream().filter(m -> purchases.get(m) instanceof Estimate).toList();
    Spend spend = spend(features);
    return new Fitted(
        triples.customers(),
        purchases,
        contest.best(found),
        spend.customers(),
        gammaGamma(spend),
        spend.rankCorrelation());
  }

  /**
   * What more retention would be worth; nothing where purchases or spend could not be modelled.
   *
   * @param features customer_features of the day
   */
  public List<WhatIf.Answer> whatIf(Dataset<Row> features, Fitted fitted) {
    if (fitted.chosen().isEmpty() || !fitted.knowsSpend()) {
      return List.of();
    }
    Column value = CustomerValue.orderValue(fitted.scoring().orElseThrow());
    List<RetentionGain.Worth> base =
        counted(ROUGHLY, days -> WorthCounts.of(features, value, days)).stream()
            .map(ValueFit::worth)
            .toList();
    return WhatIf.of(base, fitted.model(), fitted.estimate().orElseThrow(), settings);
  }

  private static RetentionGain.Worth worth(Row row) {
    double worth = new Cells(row).number(ValueColumns.WORTH).orElse(0);
    return new RetentionGain.Worth(history(row), customers(row), worth);
  }

  private FitRules rules() {
    return new FitRules(settings.minRepeatBuyers(), settings.penalty());
  }
}
