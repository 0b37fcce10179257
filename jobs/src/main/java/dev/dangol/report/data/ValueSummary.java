package dev.dangol.report.data;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.table.RowReader;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.table.results.ValueModelColumns;
import dev.dangol.table.results.WhatIfColumns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Predicted lifetime value in sums: what customers are expected to do, and how well predictions
 * held before. It also says what keeping more customers would be worth.
 *
 * @param models models and plain rules, the chosen one first
 * @param buckets the chosen model's customers by what was expected of them, fewest orders first
 * @param weeks what the chosen model expected by the end of each week held out, and what had come
 * @param tenths the share of all lifetime value that each decile of the customers holds, the most
 *     valuable first; empty where it is not known
 * @param gains what points of retention are worth, fewest first
 * @param active the mean probability of being active, 0 to 1; empty where nothing was fitted
 * @param worth the predicted lifetime value of all customers; empty where it is not known
 */
public record ValueSummary(
    List<ModelLine> models,
    List<ValueBucket> buckets,
    List<TrackedWeek> weeks,
    List<Double> tenths,
    List<RetentionWorth> gains,
    OptionalDouble active,
    Optional<BigDecimal> worth) {

  /** Calibration of one group of customers: the purchase days expected, and those that came. */
  public record ValueBucket(long number, double predicted, double observed, long customers) {
    static ValueBucket of(RowReader cells) {
      return new ValueBucket(
          cells.count(ValueModelColumns.BUCKET),
          cells.number(ValueModelColumns.PREDICTED).orElse(0),
          cells.number(ValueModelColumns.OBSERVED).orElse(0),
          cells.count(ValueModelColumns.CUSTOMERS));
    }
  }

  /** Repeat purchase days of all customers from the first week held out to the end of this one. */
  public record TrackedWeek(long number, double predicted, double observed) {
    TrackedWeek and(RowReader cells) {
      return new TrackedWeek(
          cells.count(ValueModelColumns.WEEK),
          predicted + cells.number(ValueModelColumns.PREDICTED).orElse(0),
          observed + cells.number(ValueModelColumns.OBSERVED).orElse(0));
    }
  }

  /** Worth of some points more of retention: a share of lifetime value, with an interval. */
  public record RetentionWorth(
      double points,
      OptionalDouble share,
      OptionalDouble low,
      OptionalDouble high,
      Optional<String> benchmark) {
    static RetentionWorth of(RowReader cells) {
      return new RetentionWorth(
          cells.number(WhatIfColumns.POINTS).orElse(0),
          cells.number(WhatIfColumns.CHANGE_SHARE),
          cells.number(WhatIfColumns.SHARE_LOW),
          cells.number(WhatIfColumns.SHARE_HIGH),
          cells.text(WhatIfColumns.BENCHMARK));
    }
  }

  /** Reads each table once. */
  static ValueSummary read(ReportTables tables) {
    List<ModelLine> models = ModelLine.read(tables.of(ValueModelColumns.TABLE));
    Dataset<Row> customers = tables.of(ValueColumns.customerValue(List.of()));
    RowReader all =
        new RowReader(
            customers
                .agg(
                    ValueColumns.P_ALIVE.is(avg(ValueColumns.P_ALIVE.col())),
                    ValueColumns.CLV.is(sum(ValueColumns.CLV.col())),
                    LifetimeValueSpread.cuts())
                .head());
    List<Double> cuts = all.numberList(LifetimeValueSpread.CUTS);
    return new ValueSummary(
        models,
        buckets(tables.of(ValueModelColumns.CALIBRATION), models),
        weeks(tables.of(ValueModelColumns.TRACKING), models),
        cuts.isEmpty() ? List.of() : LifetimeValueSpread.tenths(customers, cuts),
        tables.of(WhatIfColumns.TABLE).orderBy(WhatIfColumns.POINTS.col()).collectAsList().stream()
            .map(row -> RetentionWorth.of(new RowReader(row)))
            .toList(),
        all.number(ValueColumns.P_ALIVE),
        all.amount(ValueColumns.CLV));
  }

  /** The model that predicts what customers will do; empty where none could be fitted. */
  public Optional<ModelLine> chosen() {
    return models.stream().filter(ModelLine::isChosen).findFirst();
  }

  /** The learned model that net sales come from; empty where the model of purchases gives them. */
  public Optional<ModelLine> salesModel() {
    return models.stream().filter(line -> line.isForSales() && !line.isChosen()).findFirst();
  }

  /** The quoted figure that the gains are to be read beside; empty where none is configured. */
  public Optional<String> benchmark() {
    return gains.stream().flatMap(gain -> gain.benchmark().stream()).findFirst();
  }

  private static List<ValueBucket> buckets(Dataset<Row> calibration, List<ModelLine> models) {
    return ofChosen(calibration, models)
        .orderBy(ValueModelColumns.BUCKET.col())
        .collectAsList()
        .stream()
        .map(row -> ValueBucket.of(new RowReader(row)))
        .toList();
  }

  private static List<TrackedWeek> weeks(Dataset<Row> tracking, List<ModelLine> models) {
    List<TrackedWeek> weeks = new ArrayList<>();
    TrackedWeek total = new TrackedWeek(0, 0, 0);
    Dataset<Row> unseen = ofChosen(tracking, models).where(ValueModelColumns.WEEK.col().gt(0));
    for (Row row : unseen.orderBy(ValueModelColumns.WEEK.col()).collectAsList()) {
      total = total.and(new RowReader(row));
      weeks.add(total);
    }
    return List.copyOf(weeks);
  }

  private static Dataset<Row> ofChosen(Dataset<Row> rows, List<ModelLine> models) {
    String chosen =
        models.stream().filter(ModelLine::isChosen).map(ModelLine::model).findFirst().orElse("");
    return rows.where(ValueModelColumns.MODEL.col().equalTo(chosen));
  }
}
