package dev.dangol.features.likelihoods;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunsSparkJobs;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Census of customers on the observation days: their number, their mean rating, and whether any bad
 * experience is known.
 *
 * @param cells the sums over all customers, in one row
 */
@RunsSparkJobs
record SpanCensus(RowReader cells) {
  /** Counts the customers of so many observation days; starts a Spark job. */
  static SpanCensus of(Dataset<Row> history, int cuts) {
    List<Column> sums = new ArrayList<>();
    for (int place = 0; place < cuts; place++) {
      Field first = SpanColumns.at(SpanColumns.FIRST_ON, place);
      sums.add(everyone(place).is(count(first.col())));
      for (Field field : List.of(SpanColumns.REVIEWS, SpanColumns.RATINGS, SpanColumns.STRIKES)) {
        Field own = SpanColumns.at(field, place);
        sums.add(own.is(sum(own.col())));
      }
    }
    Dataset<Row> all = history.agg(sums.get(0), sums.stream().skip(1).toArray(Column[]::new));
    return new SpanCensus(new RowReader(all.head()));
  }

  /** The number of customers of an observation day, by its place. */
  long people(int place) {
    return cells.count(everyone(place));
  }

  /** The mean of all ratings up to an observation day; empty where there are none. */
  OptionalDouble meanRating(int place) {
    long reviews = cells.count(SpanColumns.at(SpanColumns.REVIEWS, place));
    return reviews == 0
        ? OptionalDouble.empty()
        : cells
            .amount(SpanColumns.at(SpanColumns.RATINGS, place))
            .map(sum -> OptionalDouble.of(sum.doubleValue() / reviews))
            .orElse(OptionalDouble.empty());
  }

  /** True where any customer had a bad experience up to an observation day. */
  boolean anyStrike(int place) {
    return cells.count(SpanColumns.at(SpanColumns.STRIKES, place)) > 0;
  }

  private static Field everyone(int place) {
    return Field.count("_people_" + place, "Customers of the day.");
  }
}
