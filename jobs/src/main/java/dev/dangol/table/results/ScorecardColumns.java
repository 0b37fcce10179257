package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of the tables on scorecards: criteria as applied, and profiles beside the main one. */
public final class ScorecardColumns {
  public static final Field PROFILE =
      Field.text(
              "profile",
              "The picture of an ideal customer: main for the scorecard itself, else the name of"
                  + " one of scorecard.profiles.")
          .asRequired();
  public static final Field FEATURE =
      Field.text("feature", "The column that the criterion looks at.").asRequired();
  public static final Field WEIGHT =
      Field.number("weight", "Its share in the points, relative to the other criteria.")
          .asRequired();
  public static final Field REQUIRED =
      Field.flag("required", "True where a customer who is unfit on it is unfit overall.")
          .asRequired();
  public static final Field VIABLE_FROM =
      Field.number(
          "viable_from",
          "The value from which customers are viable on it, in the feature's unit; null where too"
              + " many are alike for any to be.");
  public static final Field PERFECT_FROM =
      Field.number(
          "perfect_from",
          "The value from which they are perfect; below viable_from where less is better; null as"
              + " there.");
  public static final Field VIABLE_PERCENTILE =
      Field.number(
          "viable_percentile",
          "The percentile rank of viable_from, 0 to 100; null where the cut point was"
              + " set as a value.");
  public static final Field PERFECT_PERCENTILE =
      Field.number("perfect_percentile", "The same for perfect_from.");
  public static final Field MEASURED =
      Field.count("measured", "Customers of whom the feature is known.").asRequired();

  public static final Table SCORECARD =
      new Table(
          "scorecard",
          "A criterion as it was applied on a day.",
          List.of(SharedColumns.AS_OF, PROFILE, CohortColumns.CRITERION),
          List.of(
              SharedColumns.AS_OF,
              PROFILE,
              CohortColumns.CRITERION,
              FEATURE,
              WEIGHT,
              REQUIRED,
              VIABLE_FROM,
              PERFECT_FROM,
              VIABLE_PERCENTILE,
              PERFECT_PERCENTILE,
              MEASURED));
  public static final Table PROFILES =
      new Table(
          "customer_fit_profiles",
          "A customer and how well they fit a profile beside the main one.",
          List.of(SharedColumns.AS_OF, PROFILE, SharedColumns.CUSTOMER_ID),
          List.of(
              SharedColumns.AS_OF,
              PROFILE,
              SharedColumns.CUSTOMER_ID,
              CohortColumns.POINTS,
              CohortColumns.FIT_SCORE,
              CohortColumns.FIT_LEVEL,
              CohortColumns.VETOED_BY,
              CohortColumns.RANK,
              CohortColumns.FIT_GRADE,
              CohortColumns.LIFT_1,
              CohortColumns.LIFT_2));

  private ScorecardColumns() {}
}
