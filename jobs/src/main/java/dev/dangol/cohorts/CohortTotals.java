package dev.dangol.cohorts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.RetentionColumns;
import dev.dangol.table.results.SegmentColumns;
import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Cohort totals of a day: size, share of the business, customers who joined and who left. */
public final class CohortTotals {
  private static final Field IN_NOW = Field.flag("_in_now", "True for a member of the day.");
  private static final Field IN_BEFORE = Field.flag("_in_before", "True for one of before.");
  private static final Field ALL_SALES = Field.total("_all_sales", "Everyone's net sales.");

  private CohortTotals() {}

  /**
   * One row per name, cohorts without a member included.
   *
   * @param members memberships of the day and of the run before
   * @param features one row per customer
   */
  public static Dataset<Row> of(
      CohortMemberships members, Dataset<Row> features, Collection<String> names, AsOf asOf) {
    Column allSales = ALL_SALES.col().cast("double");
    Column share =
        zero(SegmentColumns.SIZE).cast("double").divide(RetentionColumns.CUSTOMERS.col());
    return everyone(features, names)
        .join(moves(members, features), SharedColumns.COHORT.name(), "left")
        .select(
            SharedColumns.AS_OF.is(asOf.column()),
            SharedColumns.COHORT.col(),
            SegmentColumns.SIZE.is(zero(SegmentColumns.SIZE)),
            CohortColumns.SHARE_OF_CUSTOMERS.is(
                when(RetentionColumns.CUSTOMERS.col().gt(0), share).otherwise(0)),
            SegmentColumns.SHARE_OF_NET_SALES.is(
                when(allSales.gt(0), zero(SegmentColumns.NET_SALES).divide(allSales))),
            CohortColumns.ENTERED.is(zero(CohortColumns.ENTERED)),
            CohortColumns.LEFT.is(zero(CohortColumns.LEFT)),
            CohortColumns.STAYED.is(zero(CohortColumns.STAYED)));
  }

  private static Dataset<Row> everyone(Dataset<Row> features, Collection<String> names) {
    Column[] all = names.stream().map(functions::lit).toArray(Column[]::new);
    return features
        .agg(
            RetentionColumns.CUSTOMERS.is(count(lit(1))),
            ALL_SALES.is(sum(FeatureColumns.NET_SALES_LIFETIME.col())))
        .select(
            RetentionColumns.CUSTOMERS.col(),
            ALL_SALES.col(),
            explode(array(all)).as(SharedColumns.COHORT.name()));
  }

  private static Dataset<Row> moves(CohortMemberships members, Dataset<Row> features) {
    Column now = IN_NOW.col().isNotNull();
    Column earlier = IN_BEFORE.col().isNotNull();
    Dataset<Row> sales =
        features.select(SharedColumns.CUSTOMER_ID.col(), FeatureColumns.NET_SALES_LIFETIME.col());
    String[] key = {SharedColumns.COHORT.name(), SharedColumns.CUSTOMER_ID.name()};
    return mark(members.today(), IN_NOW)
        .join(mark(members.before(), IN_BEFORE), key, "full")
        .join(sales, SharedColumns.CUSTOMER_ID.name(), "left")
        .groupBy(SharedColumns.COHORT.col())
        .agg(
            SegmentColumns.SIZE.is(count_if(now)),
            SegmentColumns.NET_SALES.is(sum(when(now, FeatureColumns.NET_SALES_LIFETIME.col()))),
            CohortColumns.ENTERED.is(count_if(now.and(earlier.equalTo(false)))),
            CohortColumns.LEFT.is(count_if(earlier.and(now.equalTo(false)))),
            CohortColumns.STAYED.is(count_if(now.and(earlier))));
  }

  private static Dataset<Row> mark(Dataset<Row> members, Field mark) {
    return members.select(
        SharedColumns.COHORT.col(), SharedColumns.CUSTOMER_ID.col(), mark.is(lit(true)));
  }

  private static Column zero(Field field) {
    return coalesce(field.col(), lit(0));
  }

  /**
   * Memberships of all cohorts at two runs.
   *
   * @param today members on the day
   * @param before members at the run before; no row where there was none
   */
  public record CohortMemberships(Dataset<Row> today, Dataset<Row> before) {}
}
