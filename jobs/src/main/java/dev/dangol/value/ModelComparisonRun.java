package dev.dangol.value;

import dev.dangol.config.ValueSettings;
import dev.dangol.table.Cells;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.ValueColumns;
import dev.dangol.table.ValueModelColumns;
import dev.dangol.value.model.Estimate;
import dev.dangol.value.model.Forecast;
import dev.dangol.value.model.History;
import dev.dangol.value.model.Holdout;
import dev.dangol.value.model.Judgement;
import dev.dangol.value.model.NoFit;
import dev.dangol.value.model.PlainRule;
import dev.dangol.value.model.PurchaseModel;
import dev.dangol.value.model.Tracking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tries models out: fits them to the time before a span, and judges them and the plain rules by
 * what customers did in it. It collects counts alone.
 */
public final class ModelComparisonRun {
  private static final String TOO_SHORT =
      "Not judged: purchases reach back less than three days, too little to hold a span out.";

  private final ValueSettings settings;
  private final UnaryOperator<Dataset<Row>> keep;
  private final Map<String, Verdict> verdicts = new HashMap<>();
  private final Map<String, String> reasons = new HashMap<>();
  private final Map<String, List<Contest.Week>> weeks = new HashMap<>();

  /**
   * Prepares it.
   *
   * @param keep handed tables that are read several times; returns them, kept or not
   */
  public ModelComparisonRun(ValueSettings settings, UnaryOperator<Dataset<Row>> keep) {
    this.settings = settings;
    this.keep = keep;
  }

  /**
   * The contest; without a cut nobody is judged.
   *
   * @param days one row per customer and purchase day up to the end of the span
   */
  public Contest of(Dataset<Row> days, Optional<Cut> cut) {
    cut.ifPresentOrElse(span -> judge(days, span), this::judgeNobody);
    return new Contest(cut, verdicts, reasons, weeks);
  }

  private void judgeNobody() {
    reasons.putAll(Contest.none(settings.models(), TOO_SHORT).reasons());
  }

  private void judge(Dataset<Row> days, Cut cut) {
    Dataset<Row> earlier = keep.apply(Histories.at(days, cut.from()));
    Dataset<Row> later = keep.apply(Histories.at(days, cut.to()));
    ValueFit fit = new ValueFit(settings);
    Holdout holdout = fit.holdout(earlier, later, cut.days());
    Weeks tracked = weeks(days, earlier, cut);
    fit.purchases(holdout.before())
        .forEach(
            (name, result) -> {
              if (result instanceof Estimate estimate) {
                judge(PurchaseModel.named(name), estimate, holdout, tracked);
              } else if (result instanceof NoFit none) {
                reasons.put(
                    name, "Not judged by the time up to " + cut.from() + ": " + none.reason());
              }
            });
    judgeRules(days, cut, holdout);
  }

  private void judge(PurchaseModel model, Estimate estimate, Holdout holdout, Weeks tracked) {
    double[] parameters = estimate.values();
    Verdict verdict =
        new Verdict(holdout.judgement(model, parameters), holdout.logScore(model, parameters));
    verdicts.put(model.name(), verdict);
    weeks.put(model.name(), tracked.beside(model.forecast(parameters)));
  }

  private void judgeRules(Dataset<Row> days, Cut cut, Holdout holdout) {
    double inactive = settings.trial().inactiveDays() / History.WEEK;
    put(PlainRule.SAME_AS_LAST_PERIOD, Judgement.of(cases(PeriodCounts.of(days, cut))));
    put(
        PlainRule.RECENCY_CUT,
        Judgement.of(holdout.outcomes(), PlainRule.recencyCut(inactive, holdout.weeks())));
    put(PlainRule.FREQUENCY_RANK, Judgement.of(holdout.outcomes(), History::frequency).ofOrder());
  }

  private void put(String rule, Judgement judgement) {
    verdicts.put(rule, new Verdict(judgement, Double.NaN));
  }

  private static List<Judgement.Case> cases(Dataset<Row> counted) {
    List<Judgement.Case> cases = new ArrayList<>();
    for (Row row : counted.collectAsList()) {
      Cells cells = new Cells(row);
      cases.add(
          new Judgement.Case(
              (double) cells.count(ValueColumns.PERIOD_ORDERS),
              (double) cells.count(ValueColumns.LATER_ORDERS),
              (double) cells.count(ValueColumns.CUSTOMERS)));
    }
    return cases;
  }

  private static Weeks weeks(Dataset<Row> days, Dataset<Row> histories, Cut cut) {
    Map<Long, Double> acquired = new HashMap<>();
    for (Row row : WeekCounts.ages(histories).collectAsList()) {
      Cells cells = new Cells(row);
      acquired.put(
          cells.count(FeatureColumns.AGE_DAYS), (double) cells.count(ValueColumns.CUSTOMERS));
    }
    TreeMap<Long, Double> observed = new TreeMap<>();
    for (Row row : WeekCounts.repeats(days, cut).collectAsList()) {
      Cells cells = new Cells(row);
      observed.put(
          cells.count(ValueModelColumns.WEEK), (double) cells.count(ValueColumns.LATER_ORDERS));
    }
    return new Weeks(acquired, observed, cut.days() / 7);
  }

  /** Repeat purchases by week, and what is needed to say how many a model expects. */
  private record Weeks(Map<Long, Double> acquired, TreeMap<Long, Double> observed, long last) {
    /** Every whole week from that of the first customer on. */
    List<Contest.Week> beside(Forecast forecast) {
      Tracking tracking = new Tracking(acquired, forecast);
      long oldest = acquired.keySet().stream().mapToLong(age -> age).max().orElse(0);
      List<Contest.Week> found = new ArrayList<>();
      for (long week = 1 - (oldest + 6) / 7; week <= last; week++) {
        double came = observed.getOrDefault(week, 0.0);
        found.add(new Contest.Week(week, tracking.expected(week), came));
      }
      return found;
    }
  }
}
