package dev.dangol.report;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile_approx;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.table.Field;
import dev.dangol.table.ValueColumns;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How lifetime value is spread over the customers. */
final class Worth {
  private static final int TENTHS = 10;
  private static final int ACCURACY = 10_000;

  /** So that the cut between two tenths is the least of the dearer one. */
  private static final double JUST_ABOVE = 1e-9;

  private static final Field TENTH = Field.count("tenth", "0 for the dearest customers, to 9.");
  private static final Field HELD = Field.number("held", "Lifetime value that they hold.");

  private Worth() {}

  /**
   * The share of all lifetime value that each tenth of the customers holds, the dearest first;
   * empty where nothing is known or it comes to nothing. Equal customers are in one tenth, the
   * dearest of theirs.
   */
  static List<Double> tenths(Dataset<Row> customers) {
    Column worth = ValueColumns.CLV.col().cast("double");
    Dataset<Row> known = customers.where(worth.isNotNull()).select(HELD.is(worth));
    Column[] places =
        IntStream.range(1, TENTHS)
            .mapToObj(tenth -> lit((TENTHS - tenth) / (double) TENTHS + JUST_ABOVE))
            .toArray(Column[]::new);
    Row cuts = known.agg(percentile_approx(HELD.col(), array(places), lit(ACCURACY))).head();
    if (cuts.isNullAt(0)) {
      return List.of();
    }
    Column tenth = lit(0);
    for (Object cut : cuts.getList(0)) {
      tenth = tenth.plus(HELD.col().lt(lit(cut)).cast("int"));
    }
    double[] held = new double[TENTHS];
    known
        .groupBy(TENTH.is(tenth))
        .agg(HELD.is(sum(HELD.col())))
        .collectAsList()
        .forEach(row -> held[(int) row.getLong(0)] = row.getDouble(1));
    double all = IntStream.range(0, TENTHS).mapToDouble(place -> held[place]).sum();
    return all > 0
        ? IntStream.range(0, TENTHS).mapToObj(place -> held[place] / all).toList()
        : Collections.emptyList();
  }
}
