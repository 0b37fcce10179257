package dev.dangol.cohorts.backtest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.RfmColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.ProofColumns;
import dev.dangol.table.results.ValueColumns;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Selection methods of the backtest: the ideal cohort, the scorecard rank, and simple baselines.
 * The baselines need neither cohort nor scorecard. Customers that a method ranks equally are chosen
 * in the order of a hash of their ids, so that ties favour no customer, and in the same order at
 * every run.
 */
public final class SelectionBaselines {
  /** The ideal cohort; its members come first, and no other customer is ranked. */
  public static final String IDEAL = "ideal";

  /** The rank on the scorecard. */
  public static final String FIT = "fit";

  /**
   * The lifetime value predicted by the models fitted at the cut-off: its order is that of the
   * predicted sales, whether a margin is known or not.
   */
  public static final String CLV = "clv";

  /** Customers chosen at random. */
  public static final String CHANCE = "chance";

  private SelectionBaselines() {}

  /**
   * One row per customer of the cut-off and method, with their rank; only the columns of outcomes
   * are kept besides. A method that ranks no customer, such as clv without a model, has no rows.
   *
   * @param known features, fit and lifetime value of each customer as of the cut-off, and whether
   *     they are in the ideal cohort
   * @param outcomes the later outcomes of customers
   */
  public static Dataset<Row> of(Dataset<Row> known, Dataset<Row> outcomes) {
    Column[] choices =
        scores().entrySet().stream()
            .map(
                rival ->
                    struct(
                        ProofColumns.METHOD.is(lit(rival.getKey())),
                        ProofColumns.SCORE.is(rival.getValue())))
            .toArray(Column[]::new);
    Column hash = xxhash64(SharedColumns.CUSTOMER_ID.col());
    Column place =
        row_number()
            .over(
                Window.partitionBy(ProofColumns.METHOD.col())
                    .orderBy(
                        ProofColumns.SCORE.col().desc(), hash, SharedColumns.CUSTOMER_ID.col()));
    return LaterOutcomes.of(known, outcomes)
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            ProofColumns.IS_IDEAL.col(),
            CohortColumns.RANK.col(),
            ProofColumns.LATER_NET.col(),
            ProofColumns.LATER_MARGIN.col(),
            ProofColumns.LATER_ORDERS.col(),
            ProofColumns.LATER_REFERRALS.col(),
            inline(array(choices)))
        .where(ProofColumns.SCORE.col().isNotNull())
        .withColumn(ProofColumns.PLACE.name(), ProofColumns.PLACE.is(place));
  }

  /**
   * The columns that {@link #of} ranks customers by.
   *
   * @param described features, value and fit of each customer as of the cut-off
   * @param members the ideal cohort
   */
  public static Dataset<Row> choices(Dataset<Row> described, Dataset<Row> members) {
    String key = SharedColumns.CUSTOMER_ID.name();
    Dataset<Row> ideal =
        members.select(SharedColumns.CUSTOMER_ID.col(), ProofColumns.IS_IDEAL.is(lit(true)));
    return described
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            CohortColumns.RANK.col(),
            RfmColumns.RECENCY_SCORE.col(),
            RfmColumns.FREQUENCY_SCORE.col(),
            RfmColumns.MONETARY_SCORE.col(),
            FeatureColumns.NET_SALES_LIFETIME.col(),
            FeatureColumns.DAYS_SINCE_LAST_ORDER.col(),
            FeatureColumns.FREQUENCY.col(),
            ValueColumns.EXPECTED_NET_SALES.col())
        .join(ideal, key, "left")
        .withColumn(
            ProofColumns.IS_IDEAL.name(),
            ProofColumns.IS_IDEAL.is(coalesce(ProofColumns.IS_IDEAL.col(), lit(false))));
  }

  private static Map<String, Column> scores() {
    Map<String, Column> scores = new LinkedHashMap<>();
    scores.put(IDEAL, ProofColumns.IS_IDEAL.col().cast("int"));
    scores.put(FIT, CohortColumns.RANK.col().multiply(-1));
    scores.put(
        "rfm",
        RfmColumns.RECENCY_SCORE
            .col()
            .plus(RfmColumns.FREQUENCY_SCORE.col())
            .plus(RfmColumns.MONETARY_SCORE.col()));
    scores.put("spend", FeatureColumns.NET_SALES_LIFETIME.col());
    scores.put("recency", FeatureColumns.DAYS_SINCE_LAST_ORDER.col().multiply(-1));
    scores.put("frequency", FeatureColumns.FREQUENCY.col());
    scores.put(CLV, ValueColumns.EXPECTED_NET_SALES.col());
    return scores;
  }
}
