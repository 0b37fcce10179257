package dev.dangol.cohorts;

import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Membership periods of customers in cohorts, made from the memberships of every day that was run.
 * A period, called a stay, covers neighbouring run days (gaps and islands): a run day without the
 * customer ends it. The result does not depend on the order in which the days were run.
 */
public final class MembershipPeriods {
  private static final Field PLACE = Field.count("_place", "The day's number among the days run.");
  private static final Field NEXT_DAY = Field.day("_next_day", "The day run after this one.");
  private static final Field ISLAND = Field.count("_island", "The number of a stay.");

  private MembershipPeriods() {}

  /**
   * One row per stay.
   *
   * @param memberships one row per day, cohort and member
   * @param cohorts one row per day and cohort, days without a member included
   * @param moves the reasons for joining and leaving, one row per day, cohort and customer
   */
  public static Dataset<Row> of(
      Dataset<Row> memberships, Dataset<Row> cohorts, Dataset<Row> moves) {
    return stays(memberships, cohorts)
        .join(why(moves, CohortColumns.ENTERED_ON, true), entered(), "left")
        .join(why(moves, CohortColumns.LEFT_ON, false), left(), "left")
        .select(
            CohortColumns.COHORT_MEMBERS.fields().stream().map(Field::col).toArray(Column[]::new));
  }

  private static String[] entered() {
    return new String[] {
      SharedColumns.COHORT.name(), SharedColumns.CUSTOMER_ID.name(), CohortColumns.ENTERED_ON.name()
    };
  }

  private static String[] left() {
    return new String[] {
      SharedColumns.COHORT.name(), SharedColumns.CUSTOMER_ID.name(), CohortColumns.LEFT_ON.name()
    };
  }

  /**
   * The reasons of customers who joined, or of those who left, on the first day of their stay or
   * the day that ended it.
   */
  private static Dataset<Row> why(Dataset<Row> moves, Field on, boolean came) {
    return moves
        .where(CohortColumns.CAME.col().equalTo(came))
        .select(
            SharedColumns.COHORT.col(),
            SharedColumns.CUSTOMER_ID.col(),
            on.is(SharedColumns.AS_OF.col()),
            (came ? CohortColumns.REASON : CohortColumns.LEFT_REASON)
                .is(CohortColumns.REASON.col()),
            (came ? CohortColumns.REASON_KO : CohortColumns.LEFT_REASON_KO)
                .is(CohortColumns.REASON_KO.col()));
  }

  private static Dataset<Row> stays(Dataset<Row> memberships, Dataset<Row> cohorts) {
    var inOrder = Window.partitionBy(SharedColumns.COHORT.col()).orderBy(SharedColumns.AS_OF.col());
    Dataset<Row> days =
        cohorts.select(
            SharedColumns.COHORT.col(),
            SharedColumns.AS_OF.col(),
            PLACE.is(row_number().over(inOrder)),
            NEXT_DAY.is(lead(SharedColumns.AS_OF.col(), 1).over(inOrder)));
    String[] day = {SharedColumns.COHORT.name(), SharedColumns.AS_OF.name()};
    Column stay =
        PLACE.col().minus(row_number().over(perMember().orderBy(SharedColumns.AS_OF.col())));
    return memberships
        .join(days, day, "inner")
        .withColumn(ISLAND.name(), stay)
        .groupBy(SharedColumns.COHORT.col(), SharedColumns.CUSTOMER_ID.col(), ISLAND.col())
        .agg(
            CohortColumns.ENTERED_ON.is(min(SharedColumns.AS_OF.col())),
            CohortColumns.LEFT_ON.is(lastNextDay()))
        .select(
            SharedColumns.COHORT.col(),
            SharedColumns.CUSTOMER_ID.col(),
            CohortColumns.SPELL.is(
                row_number().over(perMember().orderBy(CohortColumns.ENTERED_ON.col()))),
            CohortColumns.ENTERED_ON.col(),
            CohortColumns.LEFT_ON.col());
  }

  private static WindowSpec perMember() {
    return Window.partitionBy(SharedColumns.COHORT.col(), SharedColumns.CUSTOMER_ID.col());
  }

  /** The day run after the stay's last day; null where there is none. */
  private static Column lastNextDay() {
    return max_by(NEXT_DAY.col(), SharedColumns.AS_OF.col());
  }
}
