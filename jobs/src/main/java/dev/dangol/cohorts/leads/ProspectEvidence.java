package dev.dangol.cohorts.leads;

import static org.apache.spark.ml.functions.array_to_vector;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log1p;
import static org.apache.spark.sql.functions.transform;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.EventColumns;
import dev.dangol.table.results.LookalikeColumns;
import dev.dangol.table.results.ProspectVector;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Feature vectors of prospects, for the first-order model. Counts and days enter as log(1 + x),
 * since a first event says more than a hundredth; a sign-up, an event and each term enter as 1 or
 * 0.
 */
final class ProspectEvidence {
  private ProspectEvidence() {}

  /**
   * The day, the person, whether they ordered, and the numbers.
   *
   * @param prospects as {@link ProspectRecords} gives them
   * @param terms the terms that count, in order
   */
  static Dataset<Row> of(Dataset<Row> prospects, List<Integer> windows, List<String> terms) {
    Column held = LookalikeColumns.TERMS.col();
    Column known = array(terms.stream().map(functions::lit).toArray(Column[]::new));
    Column flags = transform(known, term -> array_contains(held, term).cast("int").cast("double"));
    Column all = terms.isEmpty() ? numbers(windows) : concat(numbers(windows), flags);
    return prospects.select(
        LookalikeColumns.CUT.col(),
        SharedColumns.CUSTOMER_ID.col(),
        LookalikeColumns.ORDERED.col(),
        array_to_vector(all).as(ProspectVector.FEATURES.name()));
  }

  private static Column numbers(List<Integer> windows) {
    Column signed = LookalikeColumns.SIGNED_ON.col();
    Column last = LookalikeColumns.LAST_EVENT_ON.col();
    Column cut = LookalikeColumns.CUT.col();
    List<Column> numbers = new ArrayList<>();
    numbers.add(log1p(datediff(cut, least(signed, EventColumns.FIRST_EVENT_ON.col()))));
    numbers.add(signed.isNotNull().cast("int").cast("double"));
    numbers.add(last.isNotNull().cast("int").cast("double"));
    numbers.add(coalesce(log1p(datediff(cut, last)), lit(0.0)));
    ProspectRecords.counts(windows)
        .forEach(field -> numbers.add(log1p(field.col().cast("double"))));
    return array(numbers.toArray(Column[]::new));
  }
}
