package dev.dangol.features.satisfaction;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import dev.dangol.config.Settings;
import dev.dangol.features.measure.ExactSums;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.RepeatColumns;
import dev.dangol.table.features.SatisfactionColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Retention by satisfaction gap: the gap known on an earlier day, against purchases since. It shows
 * if customers who receive more than they expect come back more. Nothing that happened after the
 * earlier day changes the gap.
 */
public final class SatisfactionCurve {
  /** The segment that holds all customers. */
  static final String ALL = "all";

  private static final int BUCKETS = 10;
  private static final Field BUCKET =
      Field.count("bucket", "The number of the bucket: tenths below its least gap.");
  private static final Field CAME_BACK =
      Field.flag("came_back", "True where the customer has bought since.");

  private SatisfactionCurve() {}

  /** The earlier day, as it is known on the same terms as the day. */
  public static AsOf earlier(AsOf asOf, Settings settings) {
    return asOf.minusDays(settings.features().satisfaction().curveDays());
  }

  /**
   * One row per segment and bucket of gaps with any customer in it; none where no customer had
   * bought by the earlier day.
   *
   * @param satisfaction the customers' satisfaction as of the earlier day
   * @param days what each customer bought on each day up to the as-of day
   */
  public static Dataset<Row> of(Dataset<Row> satisfaction, Dataset<Row> days, AsOf cut, AsOf asOf) {
    Column segments = array(lit(ALL), SatisfactionColumns.SEGMENT.col());
    Column retained = count(CAME_BACK.col());
    return satisfaction
        .where(SatisfactionColumns.GAP.col().isNotNull())
        .join(since(days, cut), SharedColumns.CUSTOMER_ID.name(), "left")
        .select(
            explode(segments).as(SatisfactionColumns.SEGMENT.name()),
            BUCKET.is(bucket()),
            CAME_BACK.col())
        .groupBy(SatisfactionColumns.SEGMENT.col(), BUCKET.col())
        .agg(
            RepeatColumns.CUSTOMERS.is(count(lit(1))),
            SatisfactionColumns.RETAINED.is(retained),
            SatisfactionColumns.RETAINED_SHARE.is(retained.cast("double").divide(count(lit(1)))))
        .select(columns(cut, asOf));
  }

  private static Column[] columns(AsOf cut, AsOf asOf) {
    return new Column[] {
      SharedColumns.AS_OF.is(asOf.column()),
      SatisfactionColumns.SEGMENT.col(),
      SatisfactionColumns.GAP_FROM.is(BUCKET.col().cast("double").divide(BUCKETS)),
      SatisfactionColumns.GAP_TO.is(BUCKET.col().plus(1).cast("double").divide(BUCKETS)),
      SatisfactionColumns.FROM_ON.is(cut.column()),
      RepeatColumns.CUSTOMERS.col(),
      SatisfactionColumns.RETAINED.col(),
      SatisfactionColumns.RETAINED_SHARE.col(),
    };
  }

  /** Gaps are whole millionths, which decimals hold as they are. */
  private static Column bucket() {
    Column gap = ExactSums.of(SatisfactionColumns.GAP.col());
    return least(floor(gap.multiply(BUCKETS)), lit(BUCKETS - 1));
  }

  private static Dataset<Row> since(Dataset<Row> days, AsOf cut) {
    return days.where(DayColumns.ORDERS.col().gt(0))
        .where(DayColumns.COUNTED_ON.col().gt(cut.column()))
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(CAME_BACK.is(max(lit(true))));
  }
}
