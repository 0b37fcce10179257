package dev.dangol.experience;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunsSparkJobs;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Table of facts, read back: sums over all customers, and the rows of single ones. */
@RunsSparkJobs
public record FactTable(Dataset<Row> facts) {
  /** The measures whose facts are rows of single customers. */
  private static final Object[] OF_CUSTOMERS = {
    CustomerAmplification.MEASURE,
    ReviewChecks.MEASURE,
    CaseTimes.MEASURE,
    FeedbackActions.MEASURE,
    UnmetTerms.MEASURE
  };

  /** The sums of all measures; as many as there are products, categories, campaigns and groups. */
  public FactSums sums() {
    Column[] sums =
        IntStream.range(0, FactSheet.WIDTH)
            .mapToObj(place -> sum(get(HistoryColumns.FIGURES.col(), lit(place))))
            .toArray(Column[]::new);
    FactSums all = new FactSums();
    facts
        .where(HistoryColumns.MEASURE.col().isin(OF_CUSTOMERS).equalTo(false))
        .groupBy(HistoryColumns.MEASURE.col(), HistoryColumns.PARTS.col())
        .agg(HistoryColumns.FIGURES.is(array(sums)))
        .collectAsList()
        .forEach(
            row -> {
              RowReader cells = new RowReader(row);
              all.put(
                  cells.text(HistoryColumns.MEASURE).orElseThrow(),
                  cells.list(HistoryColumns.PARTS),
                  cells.numberList(HistoryColumns.FIGURES).stream()
                      .filter(Objects::nonNull)
                      .mapToDouble(figure -> figure)
                      .toArray());
            });
    return all;
  }

  /** The rows of a measure. */
  Dataset<Row> of(String measure) {
    return facts.where(HistoryColumns.MEASURE.col().equalTo(measure));
  }

  /** A part of the key. */
  static Column part(Field field, int place) {
    return field.is(get(HistoryColumns.PARTS.col(), lit(place)));
  }

  /** A figure; null where it is none. */
  static Column figure(int place) {
    return nullif(get(HistoryColumns.FIGURES.col(), lit(place)), lit(Double.NaN));
  }
}
