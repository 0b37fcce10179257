package dev.dangol.features;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.SatisfactionSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Columns;
import dev.dangol.table.ExperienceColumns;
import dev.dangol.table.Field;
import dev.dangol.table.RfmColumns;
import dev.dangol.table.SatisfactionColumns;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What customers expect, what they are given, and the gap between: delivered − expected, each a
 * weighted mean of the parts that could be measured, 0 to 1.
 *
 * <p>The idea is the disconfirmation of expectations: Oliver, "A Cognitive Model of the Antecedents
 * and Consequences of Satisfaction Decisions", Journal of Marketing Research 17 (1980).
 */
public final class Satisfaction {
  /** Digits that are kept, so that a gap of 0.3 on paper falls into the bucket from 0.3. */
  static final int DIGITS = 6;

  private static final Field FAULTS_FOUND =
      Field.flag("faults_found", "True where anybody met with a fault.");
  private static final Field PEER_GROUP = Field.text("peer_group", "Whose mean he is beside.");

  private Satisfaction() {}

  /**
   * One row per customer, with the columns of {@code satisfaction}.
   *
   * @param experience what each customer met with by the day
   * @param customers their groups, one row each
   */
  public static Dataset<Row> of(
      Dataset<Row> experience, Dataset<Row> customers, AsOf asOf, SatisfactionSettings how) {
    Dataset<Row> groups = customers.select(Columns.CUSTOMER_ID.col(), RfmColumns.RFM_GROUP.col());
    Column[] columns =
        SatisfactionColumns.TABLE.fields().stream()
            .map(field -> field.equals(Columns.AS_OF) ? field.is(asOf.column()) : field.col())
            .toArray(Column[]::new);
    return scored(experience.join(groups, Columns.CUSTOMER_ID.name()), how)
        .withColumn(SatisfactionColumns.SEGMENT.name(), RfmColumns.RFM_GROUP.col())
        .select(columns);
  }

  /**
   * The customers with what customer_features holds of satisfaction and bad experiences.
   *
   * @param customers one row each, with his rhythm, his experience and his group
   */
  static Dataset<Row> added(Dataset<Row> customers, SatisfactionSettings how) {
    return TrustBreaks.found(scored(customers, how), how.spans().trustDays())
        .withColumnRenamed(
            SatisfactionColumns.EXPECTED.name(), SatisfactionColumns.CUSTOMER_EXPECTED.name())
        .withColumnRenamed(
            SatisfactionColumns.DELIVERED.name(), SatisfactionColumns.CUSTOMER_DELIVERED.name())
        .withColumnRenamed(SatisfactionColumns.GAP.name(), SatisfactionColumns.CUSTOMER_GAP.name());
  }

  /**
   * The customers with expected, delivered, gap, and the parts that compare them.
   *
   * @param customers one row each, with his experience and his group
   */
  static Dataset<Row> scored(Dataset<Row> customers, SatisfactionSettings how) {
    Dataset<Row> anyFault =
        customers.agg(
            FAULTS_FOUND.is(coalesce(max(SatisfactionColumns.FAULTS.col()).gt(0), lit(false))));
    Dataset<Row> given =
        with(customers.crossJoin(broadcast(anyFault)), SatisfactionColumns.FAULT_FREE, faultFree());
    Dataset<Row> delivered =
        with(
            given,
            SatisfactionColumns.DELIVERED,
            mean(SatisfactionColumns.DELIVERED_PARTS, how.delivered()));
    Dataset<Row> beside = withPeers(delivered, how.peersOfSegment());
    Dataset<Row> expected =
        with(
            beside,
            SatisfactionColumns.EXPECTED,
            mean(SatisfactionColumns.EXPECTED_PARTS, how.expected()));
    Column gap = SatisfactionColumns.DELIVERED.col().minus(SatisfactionColumns.EXPECTED.col());
    return with(expected, SatisfactionColumns.GAP, round(gap, DIGITS)).drop(FAULTS_FOUND.name());
  }

  /** The means of a few groups, handed to everybody in them. */
  private static Dataset<Row> withPeers(Dataset<Row> customers, boolean ofGroup) {
    Column group = ofGroup ? RfmColumns.RFM_GROUP.col() : lit("");
    Dataset<Row> grouped = with(customers, PEER_GROUP, group);
    Dataset<Row> means =
        grouped
            .groupBy(PEER_GROUP.col())
            .agg(SatisfactionColumns.PEERS.is(avg(Exact.of(SatisfactionColumns.DELIVERED.col()))));
    return grouped.join(broadcast(means), PEER_GROUP.name(), "left").drop(PEER_GROUP.name());
  }

  /** Where no source tells of faults, a single one that is found shows that they are recorded. */
  private static Column faultFree() {
    Column orders = SatisfactionColumns.ORDERS.col();
    Column told = ExperienceColumns.FAULTS_TOLD.col().or(FAULTS_FOUND.col());
    Column free = orders.minus(SatisfactionColumns.FAULTS.col()).cast("double").divide(orders);
    return when(told, greatest(free, lit(0.0)));
  }

  private static Column mean(List<Field> parts, List<Double> weights) {
    Column sum = lit(0.0);
    Column whole = lit(0.0);
    for (int part = 0; part < parts.size(); part++) {
      Column value = parts.get(part).col();
      double weight = weights.get(part);
      sum = sum.plus(coalesce(value.multiply(weight), lit(0.0)));
      whole = whole.plus(when(value.isNotNull(), lit(weight)).otherwise(0.0));
    }
    return when(whole.gt(0), round(sum.divide(whole), DIGITS));
  }

  private static Dataset<Row> with(Dataset<Row> rows, Field field, Column value) {
    return rows.withColumn(field.name(), field.is(value));
  }
}
