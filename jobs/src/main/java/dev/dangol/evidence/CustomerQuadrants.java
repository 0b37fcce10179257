package dev.dangol.evidence;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.evidence.QuadrantColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.SatisfactionColumns;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Quadrants of customers: the value expected of them against their satisfaction. */
public final class CustomerQuadrants {
  private CustomerQuadrants() {}

  /**
   * Cut points of expected net sales over all customers.
   *
   * @param median half of them are at it or below; empty where nothing is expected of anyone
   * @param ninth a tenth of them are at it or above
   */
  public record ValueCuts(OptionalDouble median, OptionalDouble ninth) {
    /** From the one row of {@link #cuts}. */
    public static ValueCuts of(Row row) {
      RowReader cells = new RowReader(row);
      return new ValueCuts(
          cells.number(QuadrantColumns.MEDIAN), cells.number(QuadrantColumns.NINTH));
    }
  }

  /**
   * One row with the cut points.
   *
   * @param value the rows of {@code customer_value}
   */
  public static Dataset<Row> cuts(Dataset<Row> value) {
    Column expected = QuadrantColumns.EXPECTED.col().cast("double");
    return value.agg(
        QuadrantColumns.MEDIAN.is(percentile(expected, lit(0.5))),
        QuadrantColumns.NINTH.is(percentile(expected, lit(0.9))));
  }

  /**
   * The rows of {@code customer_quadrants}.
   *
   * @param features the rows of {@code customer_features}
   * @param value the rows of {@code customer_value}
   */
  public static Dataset<Row> of(
      Dataset<Row> features, Dataset<Row> value, ValueCuts cuts, AsOf asOf) {
    Column expected = QuadrantColumns.EXPECTED.col();
    Column half = half(expected.cast("double").gt(cuts.median().orElse(0)));
    Column satisfied = SatisfactionColumns.CUSTOMER_GAP.col().geq(0);
    return features
        .join(
            value.select(SharedColumns.CUSTOMER_ID.col(), expected),
            SharedColumns.CUSTOMER_ID.name(),
            "left")
        .select(
            SharedColumns.AS_OF.is(asOf.column()),
            SharedColumns.CUSTOMER_ID.col(),
            QuadrantColumns.VALUE_HALF.is(half),
            QuadrantColumns.SATISFIED.is(satisfied),
            QuadrantColumns.QUADRANT.is(quadrant(half, satisfied)),
            QuadrantColumns.NET_SALES.is(coalesce(FeatureColumns.NET_SALES_LIFETIME.col(), lit(0))),
            QuadrantColumns.EXPECTED.is(expected));
  }

  private static Column half(Column above) {
    return when(above, lit(QuadrantColumns.UPPER))
        .when(above.equalTo(false), lit(QuadrantColumns.LOWER));
  }

  private static Column quadrant(Column half, Column satisfied) {
    return concat(
        half,
        lit("_"),
        when(satisfied, lit("satisfied")).when(satisfied.equalTo(false), lit("unsatisfied")));
  }

  /**
   * The rows of {@code quadrants}.
   *
   * @param customers the rows of {@code customer_quadrants}
   */
  public static Dataset<Row> counts(Dataset<Row> customers) {
    Column people = count(lit(1));
    Column all = sum(QuadrantColumns.COUNT.col()).over(Window.partitionBy());
    return customers
        .groupBy(SharedColumns.AS_OF.col(), QuadrantColumns.QUADRANT.col())
        .agg(
            QuadrantColumns.COUNT.is(people),
            QuadrantColumns.NET_SALES.is(sum(QuadrantColumns.NET_SALES.col())),
            QuadrantColumns.EXPECTED.is(sum(QuadrantColumns.EXPECTED.col())))
        .select(
            SharedColumns.AS_OF.col(),
            QuadrantColumns.QUADRANT.col(),
            QuadrantColumns.COUNT.col(),
            QuadrantColumns.SHARE.is(QuadrantColumns.COUNT.col().cast("double").divide(all)),
            QuadrantColumns.NET_SALES.col(),
            QuadrantColumns.EXPECTED.col());
  }
}
