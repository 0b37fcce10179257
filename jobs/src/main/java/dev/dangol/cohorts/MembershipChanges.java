package dev.dangol.cohorts;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import dev.dangol.sql.SqlText;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.FitLevel;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Membership changes since the run before: customers who joined or left a cohort, with the reasons.
 * Where the cohort's predicate uses the fit, the reason is the criteria whose level changed since
 * the run before; otherwise, and where no level changed, it is the predicate with the values of the
 * columns that it names.
 */
public final class MembershipChanges {
  private static final Field NOW = Field.flag("_now", "True for a member of the day.");
  private static final Field THEN = Field.flag("_then", "True for one of before.");
  private static final Field LEVEL_THEN = Field.text("_level_then", "The level at the run before.");
  private static final Field CHANGES = Field.text("_changes", "Levels that changed.");
  private static final Field CHANGES_KO = Field.text("_changes_ko", "The same in Korean.");

  private MembershipChanges() {}

  /**
   * One row per cohort and customer who is in it on the day and was not before, or the reverse.
   *
   * @param members memberships of the day and of the run before
   * @param reasons the scorecard's reasons of the day, and of the run before
   * @param described the attributes of each customer on the day, including their fit
   * @param predicates SQL by cohort
   */
  public static Dataset<Row> of(
      CohortTotals.CohortMemberships members,
      CriterionReasons reasons,
      Dataset<Row> described,
      CohortPredicates predicates) {
    String[] key = {SharedColumns.COHORT.name(), SharedColumns.CUSTOMER_ID.name()};
    Dataset<Row> moved =
        mark(members.today(), NOW)
            .join(mark(members.before(), THEN), key, "full")
            .where(not(NOW.col().isNotNull().and(THEN.col().isNotNull())));
    Column byFit = predicates.overFit();
    return moved
        .join(changes(reasons), SharedColumns.CUSTOMER_ID.name(), "left")
        .join(described.drop(SharedColumns.AS_OF.name()), SharedColumns.CUSTOMER_ID.name(), "left")
        .select(
            SharedColumns.AS_OF.is(predicates.asOf().column()),
            SharedColumns.COHORT.col(),
            SharedColumns.CUSTOMER_ID.col(),
            CohortColumns.CAME.is(NOW.col().isNotNull()),
            CohortColumns.KIND.is(predicates.kind(NOW.col().isNotNull())),
            CohortColumns.REASON.is(
                coalesce(
                    when(byFit, CHANGES.col()), predicates.withValues(PredicateWording.ENGLISH))),
            CohortColumns.REASON_KO.is(
                coalesce(
                    when(byFit, CHANGES_KO.col()),
                    predicates.withValues(PredicateWording.KOREAN))));
  }

  private static Dataset<Row> changes(CriterionReasons reasons) {
    String[] key = {SharedColumns.CUSTOMER_ID.name(), CohortColumns.CRITERION.name()};
    Dataset<Row> before =
        reasons
            .before()
            .select(
                SharedColumns.CUSTOMER_ID.col(),
                CohortColumns.CRITERION.col(),
                LEVEL_THEN.is(CohortColumns.LEVEL.col()));
    Column named =
        concat(CohortColumns.CRITERION.col(), lit(", "), LEVEL_THEN.col(), lit(" before: "));
    Column namedKo =
        concat(
            CohortColumns.CRITERION.col(),
            lit(", 이전에는 "),
            FitLevel.korean(LEVEL_THEN.col()),
            lit(": "));
    return reasons
        .today()
        .join(before, key, "inner")
        .where(CohortColumns.LEVEL.col().notEqual(LEVEL_THEN.col()))
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(
            CHANGES.is(joinSentences(concat(named, CohortColumns.REASON.col()))),
            CHANGES_KO.is(joinSentences(concat(namedKo, CohortColumns.REASON_KO.col()))));
  }

  /** The sentences of all criteria, by the criterion's name. */
  private static Column joinSentences(Column sentence) {
    Column all =
        sort_array(
            collect_list(struct(CohortColumns.CRITERION.col().as("by"), sentence.as("said"))));
    return array_join(transform(all, one -> one.getField("said")), "; ");
  }

  private static Dataset<Row> mark(Dataset<Row> members, Field mark) {
    return members.select(
        SharedColumns.COHORT.col(), SharedColumns.CUSTOMER_ID.col(), mark.is(lit(true)));
  }

  /**
   * Scorecard reasons of customers at two runs.
   *
   * @param today on the day
   * @param before at the run before; no row where there was none
   */
  public record CriterionReasons(Dataset<Row> today, Dataset<Row> before) {}

  /**
   * Predicates of the cohorts on a day.
   *
   * @param sql the predicate by cohort
   * @param columns the columns that each names, by cohort
   * @param former the predicate of the run before for each cohort that is defined otherwise since;
   *     empty where it cannot be applied any more
   */
  public record CohortPredicates(
      Map<String, String> sql,
      Map<String, List<String>> columns,
      Map<String, Optional<String>> former,
      AsOf asOf) {
    /** The kind of a move: by the former predicate, would they be in it as they are now? */
    Column kind(Column member) {
      Column kind = lit(CohortColumns.CUSTOMER_CHANGED);
      for (Map.Entry<String, Optional<String>> cohort : former.entrySet()) {
        Column moved =
            cohort
                .getValue()
                .map(sql -> coalesce(SqlText.expression(sql), lit(false)).equalTo(member))
                .orElse(lit(false));
        kind =
            when(
                    SharedColumns.COHORT.col().equalTo(cohort.getKey()).and(not(moved)),
                    lit(CohortColumns.DEFINITION_CHANGED))
                .otherwise(kind);
      }
      return kind;
    }

    /** True of a row whose cohort uses the fit. */
    Column overFit() {
      Object[] cohorts =
          columns.entrySet().stream()
              .filter(
                  cohort ->
                      cohort.getValue().stream()
                          .anyMatch(column -> CohortColumns.FIT.contains(column)))
              .map(Map.Entry::getKey)
              .toArray();
      return SharedColumns.COHORT.col().isin(cohorts);
    }

    /** The predicate of a row's cohort, with the values of the columns that it names. */
    private Column withValues(PredicateWording words) {
      Column text = lit(null).cast("string");
      for (Map.Entry<String, String> cohort : sql.entrySet()) {
        Column sentence = lit(cohort.getValue());
        String before = words.before();
        for (String column : columns.get(cohort.getKey())) {
          Column value = coalesce(SqlText.column(column).cast("string"), lit(words.unknown()));
          sentence = concat(sentence, lit(before + column + words.is()), value);
          before = ", ";
        }
        text = when(SharedColumns.COHORT.col().equalTo(cohort.getKey()), sentence).otherwise(text);
      }
      return text;
    }
  }

  /** The wording of the values behind a predicate. */
  private record PredicateWording(String before, String is, String unknown) {
    private static final PredicateWording ENGLISH =
        new PredicateWording(", where ", " is ", "not known");
    private static final PredicateWording KOREAN =
        new PredicateWording(", 현재 값: ", " = ", "알 수 없음");
  }
}
