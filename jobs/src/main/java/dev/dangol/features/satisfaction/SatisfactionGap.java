package dev.dangol.features.satisfaction;

import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.SatisfactionSettings;
import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.features.measure.WeightedMean;
import dev.dangol.ranks.PercentileRanks;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.RfmColumns;
import dev.dangol.table.features.SatisfactionColumns;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Satisfaction gap of customers: what they received less what they expected. Delivered and expected
 * are each a weighted mean of the parts that could be measured, 0 to 1.
 *
 * <p>The idea is the disconfirmation of expectations: Oliver, "A Cognitive Model of the Antecedents
 * and Consequences of Satisfaction Decisions", Journal of Marketing Research 17 (1980).
 */
public final class SatisfactionGap {
  /** Digits that are kept, so that a gap of 0.3 on paper falls into the bucket from 0.3. */
  static final int DIGITS = 6;

  private SatisfactionGap() {}

  /** Measures that must be counted over all customers before the gap can be computed. */
  public static final List<Field> COUNTED = List.of(SatisfactionColumns.FAULTS);

  /**
   * The rows of {@code satisfaction}.
   *
   * @param customers one row each, as {@link #withExpected} gives them
   */
  public static Dataset<Row> table(Dataset<Row> customers, AsOf asOf) {
    Dataset<Row> dated =
        with(customers, SharedColumns.AS_OF, asOf.column())
            .withColumn(
                SatisfactionColumns.SEGMENT.name(),
                SatisfactionColumns.SEGMENT.is(RfmColumns.RFM_GROUP.col()));
    return dated.select(
        SatisfactionColumns.TABLE.fields().stream().map(Field::col).toArray(Column[]::new));
  }

  /**
   * The customers with what they were given.
   *
   * @param customers one row each, with their experience and their group
   * @param standing their percentile ranks over {@link #COUNTED}
   */
  static Dataset<Row> withDelivered(
      Dataset<Row> customers, PercentileRanks standing, SatisfactionSettings how) {
    Column free = faultFree(!standing.neverSeen(SatisfactionColumns.FAULTS));
    return with(
        with(customers, SatisfactionColumns.FAULT_FREE, free),
        SatisfactionColumns.DELIVERED,
        mean(SatisfactionColumns.DELIVERED_PARTS, how.delivered()));
  }

  /**
   * The customers with what they expected, and the gap.
   *
   * @param customers one row each, as {@link #withDelivered} gives them
   * @param peers what their peers were given
   */
  static Dataset<Row> withExpected(
      Dataset<Row> customers, PeerAverages peers, SatisfactionSettings how) {
    Column gap = SatisfactionColumns.DELIVERED.col().minus(SatisfactionColumns.EXPECTED.col());
    return with(customers, SatisfactionColumns.PEERS, peers.mean())
        .transform(
            rows ->
                with(
                    rows,
                    SatisfactionColumns.EXPECTED,
                    mean(SatisfactionColumns.EXPECTED_PARTS, how.expected())))
        .transform(rows -> with(rows, SatisfactionColumns.GAP, round(gap, DIGITS)));
  }

  /** A fault that is found shows that faults are recorded, even where no mapped source says so. */
  private static Column faultFree(boolean found) {
    Column orders = SatisfactionColumns.ORDERS.col();
    Column recorded = ExperienceColumns.FAULTS_TOLD.col().or(lit(found));
    Column free = orders.minus(SatisfactionColumns.FAULTS.col()).cast("double").divide(orders);
    return when(recorded, greatest(free, lit(0.0)));
  }

  private static Column mean(List<Field> parts, List<Double> weights) {
    return WeightedMean.of(parts.stream().map(Field::col).toList(), weights);
  }

  private static Dataset<Row> with(Dataset<Row> rows, Field field, Column value) {
    return rows.withColumn(field.name(), field.is(value));
  }
}
