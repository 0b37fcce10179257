package dev.dangol.report.data;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile_approx;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.results.ValueColumns;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Spread of predicted lifetime value over the deciles of the customers. */
final class LifetimeValueSpread {
  private static final int TENTHS = 10;
  private static final int ACCURACY = 10_000;

  /** Makes the cut between two deciles the least value of the upper one. */
  private static final double JUST_ABOVE = 1e-9;

  private static final Field TENTH =
      Field.count("tenth", "0 for the most valuable customers, to 9.");
  private static final Field HELD = Field.number("held", "Lifetime value that they hold.");

  /** The least lifetime value of each tenth but the last, the dearest first. */
  static final Field CUTS =
      new Field(
          "cuts",
          DataTypes.createArrayType(DataTypes.DoubleType),
          false,
          "Where one tenth of the customers ends and the next begins; null where none is known.");

  private static final Column WORTH = ValueColumns.CLV.col().cast("double");

  private LifetimeValueSpread() {}

  /**
   * The least lifetime value of each decile of the customers but the last, the most valuable first;
   * null where none is known. An aggregate.
   */
  static Column cuts() {
    Column[] places =
        IntStream.range(1, TENTHS)
            .mapToObj(tenth -> lit((TENTHS - tenth) / (double) TENTHS + JUST_ABOVE))
            .toArray(Column[]::new);
    return CUTS.is(percentile_approx(WORTH, array(places), lit(ACCURACY)));
  }

  /**
   * The share of all lifetime value that each decile of the customers holds, the most valuable
   * first; empty where the total is not positive. Equal customers are in one decile, the highest of
   * theirs.
   *
   * @param cuts what {@link #cuts} gives of the same customers
   */
  static List<Double> tenths(Dataset<Row> customers, List<Double> cuts) {
    Dataset<Row> known = customers.where(WORTH.isNotNull()).select(HELD.is(WORTH));
    Column tenth = lit(0);
    for (double cut : cuts) {
      tenth = tenth.plus(HELD.col().lt(cut).cast("int"));
    }
    double[] held = new double[TENTHS];
    known.groupBy(TENTH.is(tenth)).agg(HELD.is(sum(HELD.col()))).collectAsList().stream()
        .map(RowReader::new)
        .forEach(cells -> held[(int) cells.count(TENTH)] = cells.number(HELD).orElse(0));
    double all = IntStream.range(0, TENTHS).mapToDouble(place -> held[place]).sum();
    return all > 0
        ? IntStream.range(0, TENTHS).mapToObj(place -> held[place] / all).toList()
        : List.of();
  }
}
