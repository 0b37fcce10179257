package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Columns of the scorecard and cohort tables. */
public final class CohortColumns {
  public static final Field POINTS =
      Field.number(
          "points", "Points on the scorecard, 0 to 100; null where nothing could be scored.");
  public static final Field FIT_SCORE =
      Field.number(
          "fit_score",
          "The score that tells customers of one level apart, 0 to 100: half from their places"
              + " between and beyond the cut points of the criteria, half from the ranks of expected"
              + " net sales, of those to date and of the RFM scores; null where nothing is known.");
  public static final Field FIT_LEVEL =
      Field.text("fit_level", "unfit (부적합), viable (실행 가능한 적합) or perfect (완벽한 적합).").asRequired();
  public static final Field VETOED_BY =
      Field.text(
          "vetoed_by",
          "The first required criterion on which the customer is unfit, which makes them unfit"
              + " whatever the points; null for none.");
  public static final Field RANK =
      Field.count(
              "rank",
              "1 is the best; by level, then score, then expected net sales, then customer id.")
          .asRequired();
  public static final Field FIT_GRADE =
      Field.text("fit_grade", "A for perfect, B for viable, C for unfit.").asRequired();
  public static final Field ENGAGEMENT_GRADE =
      Field.text(
          "engagement_grade",
          "1, 2 or 3: the most active third of customers, the middle, the least active, by recent"
              + " activity; null where it could not be measured.");
  public static final Field LIFT_1 =
      Field.text(
          "lift_1",
          "The criterion whose next level would lift the customer most: one that vetoes them, else"
              + " the one that would add most points; null for none.");
  public static final Field LIFT_2 =
      Field.text("lift_2", "The criterion that comes next after lift_1; null for none.");
  public static final Field LIFTS =
      Field.list("_lifts", "The criteria that could still rise, the best first; never stored.");
  public static final Field CRITERION =
      Field.text("criterion", "The criterion's name.").asRequired();
  public static final Field VALUE =
      Field.number("value", "The customer's value; null where it could not be measured.");
  public static final Field LEVEL =
      Field.text("level", "unfit, viable or perfect on this criterion; null where not measured.");
  public static final Field REASON = Field.text("reason", "Why, in words.");
  public static final Field REASON_KO = Field.text("reason_ko", "Why, in Korean.");
  public static final Field SHARE_OF_CUSTOMERS =
      Field.number("share_of_customers", "Its share of all customers, 0 to 1.").asRequired();
  public static final Field ENTERED =
      Field.count("entered", "Members who were not in it at the run before.").asRequired();
  public static final Field LEFT =
      Field.count("left", "Members of the run before who are no longer in it.").asRequired();
  public static final Field STAYED =
      Field.count("stayed", "Members who were in it at the run before.").asRequired();
  public static final Field SPELL =
      Field.count("spell", "1 for the customer's first stay in the cohort, 2 for the second….")
          .asRequired();
  public static final Field ENTERED_ON =
      Field.day("entered_on", "The as-of day on which the customer was first in it.").asRequired();
  public static final Field LEFT_REASON =
      Field.text("left_reason", "Why they left, in words; null while they are in it.");
  public static final Field LEFT_REASON_KO =
      Field.text("left_reason_ko", "Why they left, in Korean; null while they are in it.");
  public static final Field CAME =
      Field.flag("came", "True for a customer who came into it, false for one who left.")
          .asRequired();

  /** The value of {@link #KIND} for customers who moved by the definition that held before too. */
  public static final String CUSTOMER_CHANGED = "customer_changed";

  /** Its value for customers who moved only because the cohort is defined otherwise. */
  public static final String DEFINITION_CHANGED = "definition_changed";

  public static final Field KIND =
      Field.text(
          "kind",
          "customer_changed: by the definition of the run before they would have moved as well;"
              + " definition_changed: the cohort is defined otherwise since; null in rows from before"
              + " there was this column.");
  public static final Field LEFT_ON =
      Field.day(
          "left_on", "The as-of day on which they were no longer in it; null while they are.");

  public static final Table CUSTOMER_FIT =
      new Table(
          "customer_fit",
          "A customer and how well they fit the ideal.",
          List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.CUSTOMER_ID,
              POINTS,
              FIT_SCORE,
              FIT_LEVEL,
              VETOED_BY,
              RANK,
              FIT_GRADE,
              ENGAGEMENT_GRADE,
              LIFT_1,
              LIFT_2));
  public static final Table SCORECARD_REASONS =
      new Table(
          "scorecard_reasons",
          "A criterion of the scorecard applied to a customer.",
          List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID, CRITERION),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.CUSTOMER_ID,
              CRITERION,
              VALUE,
              POINTS,
              LEVEL,
              REASON,
              REASON_KO));
  public static final Table COHORTS =
      new Table(
          "cohorts",
          "A chosen group of customers on a day.",
          List.of(SharedColumns.AS_OF, SharedColumns.COHORT),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.COHORT,
              SegmentColumns.SIZE,
              SHARE_OF_CUSTOMERS,
              SegmentColumns.SHARE_OF_NET_SALES,
              ENTERED,
              LEFT,
              STAYED));
  public static final Table COHORT_DAYS =
      new Table(
          "cohort_days",
          "A member of a cohort on a day: what cohort_members is made from.",
          List.of(SharedColumns.AS_OF, SharedColumns.COHORT, SharedColumns.CUSTOMER_ID),
          List.of(SharedColumns.AS_OF, SharedColumns.COHORT, SharedColumns.CUSTOMER_ID, REASON));
  public static final Table COHORT_MEMBERS =
      new Table(
          "cohort_members",
          "A stay of a customer in a cohort.",
          List.of(SharedColumns.COHORT, SharedColumns.CUSTOMER_ID, SPELL),
          List.of(
              SharedColumns.COHORT,
              SharedColumns.CUSTOMER_ID,
              SPELL,
              ENTERED_ON,
              LEFT_ON,
              REASON,
              REASON_KO,
              LEFT_REASON,
              LEFT_REASON_KO));
  public static final Table COHORT_MOVES =
      new Table(
          "cohort_moves",
          "A customer who came into a cohort or left it since the run before.",
          List.of(SharedColumns.AS_OF, SharedColumns.COHORT, SharedColumns.CUSTOMER_ID),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.COHORT,
              SharedColumns.CUSTOMER_ID,
              CAME,
              KIND,
              REASON,
              REASON_KO));

  /** The names of the columns on a customer's fit. */
  public static final Set<String> FIT =
      CUSTOMER_FIT.fields().stream()
          .filter(field -> !CUSTOMER_FIT.grain().contains(field))
          .map(Field::name)
          .collect(Collectors.toUnmodifiableSet());

  private CohortColumns() {}
}
