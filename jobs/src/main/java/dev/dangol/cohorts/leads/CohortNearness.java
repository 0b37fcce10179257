package dev.dangol.cohorts.leads;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.dangol.cohorts.backtest.SelectionBaselines;
import dev.dangol.ranks.DistributionCounter;
import dev.dangol.ranks.PercentileRanks;
import dev.dangol.sql.SqlText;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.LookalikeColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Distances of customers outside the ideal cohort to its centre, for look-alikes. A feature is
 * taken as the customer's percentile rank among all customers of the day, from 0 to 1, so that no
 * unit, tail or outlier weighs more than another; where it was not measured, they get the middle
 * rank. A cohort's centre is the mean of its members; the distance is the root mean square over
 * features.
 */
@RunsSparkJobs
public final class CohortNearness {
  /** The cohort of all customers. */
  private static final String MARKET = "market";

  private static final int DIGITS = 6;
  private static final double MIDDLE = 0.5;

  private CohortNearness() {}

  /** The columns that the distances need: the customer, and each feature as a number. */
  public static Dataset<Row> measure(Dataset<Row> customers, List<String> features) {
    List<Column> columns = new ArrayList<>(List.of(SharedColumns.CUSTOMER_ID.col()));
    for (int place = 0; place < features.size(); place++) {
      Column value = SqlText.column(features.get(place)).try_cast("double");
      columns.add(place(place).is(when(not(isnan(value)), value)));
    }
    return customers.select(columns.toArray(Column[]::new));
  }

  /**
   * One row per customer outside the ideal cohort, with the nearest cohort, their distance to the
   * ideal one and their rank; none where the ideal cohort has no member. Starts Spark jobs.
   *
   * @param measured as {@link #measure} gives it, of so many features
   * @param members one row per cohort and member
   */
  public static Dataset<Row> of(Dataset<Row> measured, int features, Dataset<Row> members) {
    List<Field> places = IntStream.range(0, features).mapToObj(CohortNearness::place).toList();
    Dataset<Row> ranked = rank(measured, places);
    Map<String, List<Double>> centres = centres(ranked, places, members);
    Dataset<Row> inside =
        members
            .where(SharedColumns.COHORT.col().equalTo(SelectionBaselines.IDEAL))
            .select(SharedColumns.CUSTOMER_ID.col());
    Dataset<Row> outside =
        centres.containsKey(SelectionBaselines.IDEAL)
            ? ranked.join(inside, SharedColumns.CUSTOMER_ID.name(), "left_anti")
            : ranked.limit(0);
    return UniqueRanks.of(outside.select(columns(centres, places)), LookalikeColumns.DISTANCE);
  }

  private static Column[] columns(Map<String, List<Double>> centres, List<Field> places) {
    Column[] near =
        centres.entrySet().stream()
            .map(
                cohort ->
                    struct(
                        LookalikeColumns.DISTANCE.is(distance(cohort.getValue(), places)),
                        LookalikeColumns.NEAREST_COHORT.is(lit(cohort.getKey()))))
            .toArray(Column[]::new);
    List<Double> ideal = centres.get(SelectionBaselines.IDEAL);
    return new Column[] {
      SharedColumns.CUSTOMER_ID.col(),
      LookalikeColumns.NEAREST_COHORT.is(
          ideal == null
              ? lit(null)
              : array_min(array(near)).getField(LookalikeColumns.NEAREST_COHORT.name())),
      LookalikeColumns.DISTANCE.is(ideal == null ? lit(null) : distance(ideal, places))
    };
  }

  private static Column distance(List<Double> centre, List<Field> places) {
    Column squares = lit(0.0);
    for (int place = 0; place < places.size(); place++) {
      Column apart = places.get(place).col().minus(centre.get(place));
      squares = squares.plus(apart.multiply(apart));
    }
    return round(sqrt(squares.divide(places.size())), DIGITS);
  }

  private static Dataset<Row> rank(Dataset<Row> measured, List<Field> places) {
    PercentileRanks standing = DistributionCounter.of(measured, places);
    List<Column> columns = new ArrayList<>(List.of(SharedColumns.CUSTOMER_ID.col()));
    places.forEach(place -> columns.add(place.is(coalesce(standing.midRank(place), lit(MIDDLE)))));
    return measured.select(columns.toArray(Column[]::new));
  }

  /** Each member of each cohort but the one of all customers, with their known columns. */
  static Dataset<Row> inCohorts(Dataset<Row> members, Dataset<Row> known) {
    return members
        .where(SharedColumns.COHORT.col().notEqual(MARKET))
        .select(SharedColumns.COHORT.col(), SharedColumns.CUSTOMER_ID.col())
        .join(known, SharedColumns.CUSTOMER_ID.name(), "inner");
  }

  private static Map<String, List<Double>> centres(
      Dataset<Row> ranked, List<Field> places, Dataset<Row> members) {
    Column[] means =
        places.stream().map(place -> place.is(avg(place.col()))).toArray(Column[]::new);
    Map<String, List<Double>> centres = new TreeMap<>();
    inCohorts(members, ranked)
        .groupBy(SharedColumns.COHORT.col())
        .agg(LookalikeColumns.PEOPLE.is(count(lit(1))), means)
        .collectAsList()
        .stream()
        .map(RowReader::new)
        .forEach(
            cells ->
                centres.put(
                    cells.text(SharedColumns.COHORT).orElseThrow(),
                    places.stream().map(place -> cells.number(place).orElse(MIDDLE)).toList()));
    return centres;
  }

  private static Field place(int place) {
    return Field.number("_place_" + place, "The customer's percentile rank in a feature.");
  }
}
