package dev.dangol.acquisition;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.AcquisitionColumns;
import dev.dangol.table.features.EffortColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.SalesColumns;
import dev.dangol.table.results.AcquisitionSourceColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.table.sources.CostSource;
import dev.dangol.table.sources.ReferralSource;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Sources of customers by what they cost and bring. Word of mouth stands beside what is paid for,
 * and the cost of winning beside that of keeping.
 */
public final class AcquisitionSources {
  private static final Column[] KEPT = {
    EffortColumns.DISCOUNT_COST.col(),
    EffortColumns.PROGRAMME_COST.col(),
    EffortColumns.MESSAGE_COST.col(),
    EffortColumns.SUPPORT_COST.col()
  };

  private AcquisitionSources() {}

  /**
   * Tables of the day.
   *
   * @param features one row per customer
   * @param effort one row per customer
   * @param value one row per customer whose value is known
   * @param referrals the clean referrals; empty without the source
   * @param costs the clean costs; empty where they, or what they were spent for, are not known
   */
  public record SourceTables(
      Dataset<Row> features,
      Dataset<Row> effort,
      Dataset<Row> value,
      Optional<Dataset<Row>> referrals,
      Optional<Dataset<Row>> costs) {}

  /** One row per source that brought a customer or cost something. */
  public static Dataset<Row> of(SourceTables tables, AsOf asOf) {
    Dataset<Row> people = people(tables, asOf);
    Dataset<Row> all =
        tables.costs().map(costs -> people.unionByName(spent(costs, asOf))).orElse(people);
    Column customers = sum(AcquisitionSourceColumns.IS_CUSTOMER.col());
    Column cost = sum(AcquisitionSourceColumns.COST_AMOUNT.col());
    Column known = tables.costs().isPresent() ? coalesce(cost, lit(0)) : lit(null);
    Dataset<Row> summed =
        all.groupBy(AcquisitionSourceColumns.ACQUIRED_BY.col())
            .agg(
                AcquisitionSourceColumns.CUSTOMERS.is(customers),
                AcquisitionSourceColumns.WORD_OF_MOUTH.is(
                    sum(AcquisitionSourceColumns.IS_REFERRED.col())),
                AcquisitionSourceColumns.COST_AMOUNT.is(known),
                AcquisitionSourceColumns.NET_SALES.is(
                    coalesce(sum(AcquisitionSourceColumns.NET_SALES.col()), lit(0))),
                AcquisitionSourceColumns.MARGIN.is(sum(AcquisitionSourceColumns.MARGIN.col())),
                AcquisitionSourceColumns.EXPECTED_NET_SALES.is(
                    sum(AcquisitionSourceColumns.EXPECTED_NET_SALES.col())),
                AcquisitionSourceColumns.KEPT.is(sum(AcquisitionSourceColumns.KEPT.col())));
    return summed.select(columns(asOf));
  }

  private static Column[] columns(AsOf asOf) {
    Column customers = AcquisitionSourceColumns.CUSTOMERS.col();
    Column cost = AcquisitionSourceColumns.COST_AMOUNT.col();
    return new Column[] {
      SharedColumns.AS_OF.is(asOf.column()),
      AcquisitionSourceColumns.ACQUIRED_BY.col(),
      customers,
      AcquisitionSourceColumns.WORD_OF_MOUTH.col(),
      cost,
      AcquisitionSourceColumns.COST_PER_CUSTOMER.is(over(cost, customers)),
      AcquisitionSourceColumns.NET_SALES.col(),
      AcquisitionSourceColumns.MARGIN.col(),
      AcquisitionSourceColumns.EXPECTED_NET_SALES.col(),
      AcquisitionSourceColumns.RETURN_ON_COST.is(
          over(AcquisitionSourceColumns.NET_SALES.col(), cost)),
      AcquisitionSourceColumns.KEEP_COST.is(over(AcquisitionSourceColumns.KEPT.col(), customers))
    };
  }

  private static Column over(Column amount, Column number) {
    return when(number.gt(0), amount.cast("double").divide(number.cast("double")));
  }

  private static Dataset<Row> people(SourceTables tables, AsOf asOf) {
    String id = SharedColumns.CUSTOMER_ID.name();
    Dataset<Row> joined =
        tables
            .features()
            .join(tables.effort().select(SharedColumns.CUSTOMER_ID.col(), kept()), id, "left")
            .join(
                tables
                    .value()
                    .select(SharedColumns.CUSTOMER_ID.col(), ValueColumns.EXPECTED_NET_SALES.col()),
                id,
                "left");
    Optional<Dataset<Row>> referred = tables.referrals().map(rows -> firstReferrals(rows, asOf));
    Dataset<Row> all = referred.map(rows -> joined.join(rows, id, "left")).orElse(joined);
    Column before =
        AcquisitionSourceColumns.FIRST_REFERRED_ON.col().leq(FeatureColumns.FIRST_ORDER_ON.col());
    Column isReferred = referred.isPresent() ? when(before, 1).otherwise(0) : lit(null);
    return all.select(
        AcquisitionSourceColumns.ACQUIRED_BY.is(AcquisitionColumns.ACQUIRED_BY.col()),
        AcquisitionSourceColumns.IS_CUSTOMER.is(lit(1)),
        AcquisitionSourceColumns.IS_REFERRED.is(isReferred),
        AcquisitionSourceColumns.COST_AMOUNT.nullColumn(),
        AcquisitionSourceColumns.NET_SALES.is(FeatureColumns.NET_SALES_LIFETIME.col()),
        AcquisitionSourceColumns.MARGIN.is(SalesColumns.MARGIN_LIFETIME.col()),
        AcquisitionSourceColumns.EXPECTED_NET_SALES.is(ValueColumns.EXPECTED_NET_SALES.col()),
        AcquisitionSourceColumns.KEPT.col());
  }

  /** The known costs of keeping a customer, added up. */
  private static Column kept() {
    Column all = lit(0);
    for (Column kind : KEPT) {
      all = all.plus(coalesce(kind, lit(0)));
    }
    return AcquisitionSourceColumns.KEPT.is(when(coalesce(KEPT).isNotNull(), all));
  }

  private static Dataset<Row> firstReferrals(Dataset<Row> referrals, AsOf asOf) {
    Column self = ReferralSource.REFERRER_ID.col().equalTo(ReferralSource.REFERRED_ID.col());
    return referrals
        .where(asOf.hasHappened(ReferralSource.REFERRED_AT).and(self.equalTo(false)))
        .groupBy(SharedColumns.CUSTOMER_ID.is(ReferralSource.REFERRED_ID.col()))
        .agg(
            AcquisitionSourceColumns.FIRST_REFERRED_ON.is(
                min(to_date(ReferralSource.REFERRED_AT.col()))));
  }

  private static Dataset<Row> spent(Dataset<Row> costs, AsOf asOf) {
    return costs
        .where(asOf.hasHappened(CostSource.SPENT_AT))
        .select(
            AcquisitionSourceColumns.ACQUIRED_BY.col(),
            AcquisitionSourceColumns.IS_CUSTOMER.is(lit(0)),
            AcquisitionSourceColumns.IS_REFERRED.nullColumn(),
            AcquisitionSourceColumns.COST_AMOUNT.is(CostSource.AMOUNT.col()),
            AcquisitionSourceColumns.NET_SALES.nullColumn(),
            AcquisitionSourceColumns.MARGIN.nullColumn(),
            AcquisitionSourceColumns.EXPECTED_NET_SALES.nullColumn(),
            AcquisitionSourceColumns.KEPT.nullColumn());
  }
}
