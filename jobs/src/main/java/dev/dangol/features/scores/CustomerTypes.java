package dev.dangol.features.scores;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.CustomerTypeSettings;
import dev.dangol.ranks.PercentileRanks;
import dev.dangol.table.Field;
import dev.dangol.table.features.CustomerTypeColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.ReferralColumns;
import dev.dangol.table.features.SalesColumns;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Customer types, derived from the quality scores: buyer type, loyalty type, advocate, hidden
 * value.
 *
 * <p>True, latent and spurious loyalty follow Dick and Basu, "Customer Loyalty: Toward an
 * Integrated Conceptual Framework" (1994): attitude against repeat patronage.
 */
public final class CustomerTypes {
  private static final Column PAY = FeatureColumns.QUALITY_PAY.col();
  private static final Column APPRECIATE = FeatureColumns.QUALITY_APPRECIATE.col();
  private static final Column RETURN = FeatureColumns.QUALITY_RETURN.col();

  /** The better of the two, of those that were measured. */
  private static final Column VOICE =
      greatest(FeatureColumns.QUALITY_COMMUNICATE.col(), FeatureColumns.QUALITY_REFER.col());

  private CustomerTypes() {}

  /** The customers with their potential and their types. */
  public static Dataset<Row> withTypes(
      Dataset<Row> customers, CustomerTypeSettings types, PercentileRanks standing) {
    Column spend = standing.midRank(FeatureColumns.NET_SALES_LIFETIME).multiply(100);
    Column growth = standing.midRank(SalesColumns.SALES_GROWTH).multiply(100);
    Map<String, Column> columns = new LinkedHashMap<>();
    put(columns, SalesColumns.POTENTIAL_SCORE, growth.minus(spend).divide(2).plus(50));
    put(columns, CustomerTypeColumns.BUYER_TYPE, buyer(types.from()));
    put(columns, CustomerTypeColumns.LOYALTY_TYPE, loyalty(types.from()));
    put(columns, CustomerTypeColumns.ADVOCATE, advocate(types.high()));
    put(
        columns,
        CustomerTypeColumns.HIDDEN_VALUE,
        when(VOICE.isNotNull(), spend.lt(types.from()).and(VOICE.geq(types.high()))));
    return customers.withColumns(columns);
  }

  private static Column buyer(double from) {
    Column attached = PAY.geq(from).and(VOICE.geq(from));
    return when(
        PAY.isNotNull().and(VOICE.isNotNull()),
        when(attached, lit("attached")).otherwise(lit("practical")));
  }

  private static Column loyalty(double from) {
    Column content = APPRECIATE.geq(from);
    Column back = RETURN.geq(from);
    return when(
        APPRECIATE.isNotNull().and(RETURN.isNotNull()),
        when(content.and(back), lit("true"))
            .when(content, lit("latent"))
            .when(back, lit("spurious"))
            .otherwise(lit("none")));
  }

  private static Column advocate(double high) {
    Column refer = FeatureColumns.QUALITY_REFER.col();
    Column converted = coalesce(ReferralColumns.REFERRALS_CONVERTED.col().gt(0), lit(false));
    return when(refer.isNotNull(), converted.or(refer.geq(high)));
  }

  private static void put(Map<String, Column> columns, Field field, Column value) {
    columns.put(field.name(), field.is(value));
  }
}
