package dev.dangol.features.scores;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.Settings;
import dev.dangol.features.measure.MappedColumns;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.AcquisitionColumns;
import dev.dangol.table.features.EffortColumns;
import dev.dangol.table.features.LoyaltyColumns;
import dev.dangol.table.features.NetworkColumns;
import dev.dangol.table.features.SalesColumns;
import dev.dangol.table.features.TalkColumns;
import dev.dangol.table.sources.CostSource;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.ReferralSource;
import dev.dangol.table.sources.Sources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Effort for each customer: the cost of winning and keeping them, and the return on it. */
public final class CustomerEffort {
  /** The features that it is made from. */
  public static final List<Field> PARTS =
      List.of(
          AcquisitionColumns.ACQUIRED_BY,
          SalesColumns.DISCOUNTS_LIFETIME,
          LoyaltyColumns.LOYALTY_REDEEMED,
          LoyaltyColumns.LOYALTY_BENEFITS,
          TalkColumns.MESSAGE_COST_LIFETIME,
          TalkColumns.SUPPORT_COST_LIFETIME,
          SalesColumns.MARGIN_LIFETIME);

  private static final Field SPENT =
      Field.total("spent", "The amount spent on it, or a share of it.");
  private static final Field CUSTOMERS = Field.count("acquired", "Customers that it acquired.");

  private CustomerEffort() {}

  /**
   * One row per customer, with the columns of {@code effort}.
   *
   * @param features the rows of {@code customer_features} of the day
   * @param costs the clean costs; empty where they, or what they were spent for, are not known
   */
  public static Dataset<Row> of(Dataset<Row> features, Optional<Dataset<Row>> costs, AsOf asOf) {
    Dataset<Row> acquired =
        costs
            .map(spent -> withShare(features, spent, asOf))
            .orElseGet(
                () ->
                    features.withColumn(
                        EffortColumns.ACQUISITION_COST.name(),
                        EffortColumns.ACQUISITION_COST.nullColumn()));
    return acquired
        .withColumns(kinds())
        .withColumn(EffortColumns.CARE_COST.name(), EffortColumns.CARE_COST.is(knownCosts()))
        .withColumn(EffortColumns.RETURN_ON_EFFORT.name(), returnOnEffort())
        .select(EffortColumns.TABLE.fields().stream().map(Field::col).toArray(Column[]::new));
  }

  /** True where the costs and the customer records both map acquired_by. */
  public static boolean costsMapped(Settings settings) {
    MappedColumns mapped = MappedColumns.of(settings);
    return mapped.has(Sources.COSTS, CustomerSource.ACQUIRED_BY)
        && mapped.has(Sources.CUSTOMERS, CustomerSource.ACQUIRED_BY);
  }

  /**
   * One row with the average cost of winning a customer without a referral; null where that is not
   * known.
   *
   * @param effort the rows of {@code effort}
   * @param referrals the clean referrals
   */
  public static Dataset<Row> meanCost(Dataset<Row> effort, Dataset<Row> referrals, AsOf asOf) {
    Dataset<Row> referred =
        referrals
            .where(asOf.hasHappened(ReferralSource.REFERRED_AT))
            .select(SharedColumns.CUSTOMER_ID.is(ReferralSource.REFERRED_ID.col()))
            .distinct();
    return effort
        .join(referred, SharedColumns.CUSTOMER_ID.name(), "left_anti")
        .agg(NetworkColumns.SAVED_ACQUISITION_COST.is(avg(EffortColumns.ACQUISITION_COST.col())));
  }

  /** The customers with their share of the amount spent on whatever acquired them. */
  private static Dataset<Row> withShare(Dataset<Row> features, Dataset<Row> costs, AsOf asOf) {
    Column by = AcquisitionColumns.ACQUIRED_BY.col();
    Dataset<Row> acquired = features.where(by.isNotNull()).groupBy(by).agg(CUSTOMERS.is(count(by)));
    Dataset<Row> shares =
        costs
            .where(asOf.hasHappened(CostSource.SPENT_AT))
            .groupBy(by)
            .agg(SPENT.is(sum(CostSource.AMOUNT.col())))
            .join(acquired, AcquisitionColumns.ACQUIRED_BY.name())
            .select(by, SPENT.is(SPENT.col().divide(CUSTOMERS.col())));
    Column share = when(by.isNotNull(), coalesce(SPENT.col(), lit(0)));
    return features
        .join(broadcast(shares), AcquisitionColumns.ACQUIRED_BY.name(), "left")
        .withColumn(
            EffortColumns.ACQUISITION_COST.name(), EffortColumns.ACQUISITION_COST.is(share));
  }

  private static Map<String, Column> kinds() {
    Column programme =
        LoyaltyColumns.LOYALTY_REDEEMED.col().plus(LoyaltyColumns.LOYALTY_BENEFITS.col());
    Map<String, Column> kinds = new LinkedHashMap<>();
    put(kinds, EffortColumns.DISCOUNT_COST, SalesColumns.DISCOUNTS_LIFETIME.col());
    put(kinds, EffortColumns.PROGRAMME_COST, programme);
    put(kinds, EffortColumns.MESSAGE_COST, TalkColumns.MESSAGE_COST_LIFETIME.col());
    put(kinds, EffortColumns.SUPPORT_COST, TalkColumns.SUPPORT_COST_LIFETIME.col());
    put(kinds, EffortColumns.NET_MARGIN, SalesColumns.MARGIN_LIFETIME.col());
    return kinds;
  }

  private static void put(Map<String, Column> kinds, Field field, Column value) {
    kinds.put(field.name(), field.is(value));
  }

  private static Column knownCosts() {
    Column all = lit(0);
    Column any = lit(false);
    for (Field kind : EffortColumns.KINDS) {
      all = all.plus(coalesce(kind.col(), lit(0)));
      any = any.or(kind.col().isNotNull());
    }
    return when(any, all);
  }

  private static Column returnOnEffort() {
    Column cost = EffortColumns.CARE_COST.col().cast("double");
    Column margin = EffortColumns.NET_MARGIN.col().cast("double");
    return EffortColumns.RETURN_ON_EFFORT.is(when(cost.gt(0), margin.divide(cost)));
  }
}
