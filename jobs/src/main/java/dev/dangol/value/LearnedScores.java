package dev.dangol.value;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.SalesSampleColumns;
import dev.dangol.value.learned.LearnedForecast;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Net sales to expect of every customer by the learned model, from their purchase days. */
final class LearnedScores {
  private static final List<Field> FIELDS =
      List.of(SharedColumns.CUSTOMER_ID, SalesSampleColumns.LEARNED_SALES);

  private LearnedScores() {}

  /**
   * One row per customer with a day; null for those with refunds alone.
   *
   * @param days as {@link PastFolds#of} takes them, up to the as-of day
   * @param span the days of the span that the model was learned for
   */
  static Dataset<Row> of(Dataset<Row> days, AsOf asOf, LearnedForecast forecast, int span) {
    int to = (int) asOf.day().toEpochDay();
    return PastFolds.of(
        days,
        (customer, past) ->
            RowWriter.of("learned scores", FIELDS)
                .set(SharedColumns.CUSTOMER_ID, customer)
                .set(
                    SalesSampleColumns.LEARNED_SALES,
                    past.knownBy(to)
                        ? OptionalDouble.of(forecast.amount(past.features(to, span)))
                        : OptionalDouble.empty())
                .row(),
        FIELDS);
  }
}
