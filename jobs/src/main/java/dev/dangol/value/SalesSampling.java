package dev.dangol.value;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import dev.dangol.config.LearnedSettings;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.SalesSampleColumns;
import dev.dangol.value.learned.CustomerPast;
import dev.dangol.value.learned.SalesCase;
import dev.dangol.value.learned.SampledPast;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Sample of customers as of three cuts, drawn by a hash of their ids and collected. Its size is
 * bounded by the settings, however many customers there are.
 */
@RunsSparkJobs
final class SalesSampling {
  private static final long PARTS = 1_000_000;
  private static final List<Field> FIELDS =
      List.of(
          SharedColumns.CUSTOMER_ID,
          SalesSampleColumns.TRAINED_ON,
          SalesSampleColumns.TRAINED_LATER,
          SalesSampleColumns.JUDGED_ON,
          SalesSampleColumns.JUDGED_LATER,
          SalesSampleColumns.SCORED_ON);

  private SalesSampling() {}

  /**
   * The sample, by customer id.
   *
   * @param days as {@link PastFolds#of} takes them
   * @param customers the number of all customers
   */
  static List<SampledPast> of(
      Dataset<Row> days, CalibrationSplit cut, LearnedSettings settings, double customers) {
    long part = (long) Math.ceil(PARTS * Math.min(1, settings.customers() / customers));
    Column hash = xxhash64(SharedColumns.CUSTOMER_ID.col(), lit(settings.seed()));
    Dataset<Row> drawn = days.where(pmod(hash, lit(PARTS)).lt(part));
    int to = (int) cut.to().toEpochDay();
    int span = cut.days();
    return PastFolds.of(drawn, (id, past) -> row(id, past, to, span), FIELDS)
        .collectAsList()
        .stream()
        .map(SalesSampling::sampled)
        .sorted(Comparator.comparing(SampledPast::customer))
        .toList();
  }

  private static Row row(String customer, CustomerPast past, int to, int span) {
    return RowWriter.of("sampled past", FIELDS)
        .set(SharedColumns.CUSTOMER_ID, customer)
        .set(SalesSampleColumns.TRAINED_ON, features(past, to - 2 * span, span))
        .set(SalesSampleColumns.TRAINED_LATER, past.netSales(to - 2 * span, to - span))
        .set(SalesSampleColumns.JUDGED_ON, features(past, to - span, span))
        .set(SalesSampleColumns.JUDGED_LATER, past.netSales(to - span, to))
        .set(SalesSampleColumns.SCORED_ON, features(past, to, span))
        .row();
  }

  private static Optional<double[]> features(CustomerPast past, int cut, int span) {
    return past.knownBy(cut) ? Optional.of(past.features(cut, span)) : Optional.empty();
  }

  private static SampledPast sampled(Row row) {
    RowReader cells = new RowReader(row);
    return new SampledPast(
        cells.text(SharedColumns.CUSTOMER_ID).orElseThrow(),
        vector(cells, SalesSampleColumns.TRAINED_ON)
            .map(v -> new SalesCase(v, later(cells, SalesSampleColumns.TRAINED_LATER))),
        vector(cells, SalesSampleColumns.JUDGED_ON)
            .map(v -> new SalesCase(v, later(cells, SalesSampleColumns.JUDGED_LATER))),
        vector(cells, SalesSampleColumns.SCORED_ON));
  }

  private static Optional<double[]> vector(RowReader cells, Field field) {
    List<Double> numbers = cells.numberList(field);
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(numbers.stream().mapToDouble(number -> number).toArray());
  }

  private static double later(RowReader cells, Field field) {
    return cells.number(field).orElse(0);
  }
}
