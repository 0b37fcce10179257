package dev.dangol.cohorts;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.ProofSettings.ControlSettings;
import dev.dangol.privacy.KeyedHash;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.UpliftColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Control groups: the members of each cohort that campaigns leave alone. The draw is a keyed hash
 * of cohort and customer, so each cohort has a draw of its own, no attribute of the customer
 * influences it, and it needs no memory. An arm that was drawn before is kept, even if the share or
 * the key has changed since.
 */
public final class ControlGroups {
  private static final Field DRAWN_ARM = Field.text("_drawn_arm", "The arm drawn before.");
  private static final Field DRAWN_BEFORE = Field.day("_drawn_before", "When that was.");

  private ControlGroups() {}

  /**
   * One row per cohort and customer who was ever in it.
   *
   * @param stays rows of {@code cohort_members}
   * @param drawn the arms drawn before
   */
  public static Dataset<Row> of(Dataset<Row> stays, Dataset<Row> drawn, ControlSettings how) {
    String[] key = {SharedColumns.COHORT.name(), SharedColumns.CUSTOMER_ID.name()};
    Dataset<Row> before =
        drawn.select(
            SharedColumns.COHORT.col(),
            SharedColumns.CUSTOMER_ID.col(),
            DRAWN_ARM.is(UpliftColumns.ARM.col()),
            DRAWN_BEFORE.is(UpliftColumns.DRAWN_ON.col()));
    return stays
        .groupBy(SharedColumns.COHORT.col(), SharedColumns.CUSTOMER_ID.col())
        .agg(UpliftColumns.DRAWN_ON.is(min(CohortColumns.ENTERED_ON.col())))
        .join(before, key, "full")
        .select(
            SharedColumns.COHORT.col(),
            SharedColumns.CUSTOMER_ID.col(),
            UpliftColumns.ARM.is(coalesce(DRAWN_ARM.col(), arm(how))),
            UpliftColumns.DRAWN_ON.is(least(UpliftColumns.DRAWN_ON.col(), DRAWN_BEFORE.col())));
  }

  /**
   * The arm of a cohort's customer. No cohort name has a colon, so each pair has a key of its own.
   */
  static Column arm(ControlSettings how) {
    Column who = concat_ws(":", SharedColumns.COHORT.col(), SharedColumns.CUSTOMER_ID.col());
    return when(KeyedHash.of(who, how.secret()).lt(how.share()), lit(UpliftColumns.CONTROL))
        .otherwise(lit(UpliftColumns.TREAT));
  }
}
