package dev.dangol.cohorts.profile;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_append;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.CohortProfileSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.EvidenceKind;
import dev.dangol.table.results.ProfileColumns;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Attribute profiles of cohorts: the lift of every value, with false discoveries controlled. The
 * lift is how much more frequent a value is among the members than among all customers.
 *
 * <p>Tested is a value that the minimum of customers have, in an attribute that is known of as many
 * members: a choice that does not look at who of them has it, so that the tests stay valid
 * (Bourgon, Gentleman and Huber, "Independent filtering increases detection power for
 * high-throughput experiments", PNAS 107, 2010). False discoveries are controlled over all tested
 * values of a cohort (Benjamini and Hochberg, "Controlling the false discovery rate", Journal of
 * the Royal Statistical Society B 57, 1995). Published are those that the minimum of members have,
 * or would have if members were like everyone.
 */
public final class CohortProfiles {
  private static final Column VALUE = ProfileColumns.VALUE.col();

  private CohortProfiles() {}

  /**
   * The cohorts to profile.
   *
   * @param names every cohort, in any order
   */
  public record ProfileScope(AsOf asOf, List<String> names, CohortProfileSettings settings) {
    public ProfileScope {
      names = names.stream().sorted().toList();
    }
  }

  /**
   * One row per customer, with their cohorts: null for none.
   *
   * @param members one row per cohort and member of the day
   */
  public static Dataset<Row> customers(Dataset<Row> features, Dataset<Row> members) {
    Dataset<Row> cohorts =
        members
            .groupBy(SharedColumns.CUSTOMER_ID.col())
            .agg(collect_set(SharedColumns.COHORT.col()).as(ProfileColumns.COHORTS.name()));
    return features
        .select(SharedColumns.CUSTOMER_ID.col())
        .join(cohorts, SharedColumns.CUSTOMER_ID.name(), "left");
  }

  /**
   * The rows of {@code cohort_profiles}.
   *
   * @param traits one row per customer and attribute, as {@link ProfileAttributes} makes them
   * @param customers one row per customer, as {@link #customers} makes them
   */
  public static Dataset<Row> of(Dataset<Row> traits, Dataset<Row> customers, ProfileScope scope) {
    Dataset<Row> tested = withPValues(countValues(traits, customers, scope.names()), scope);
    return withQValues(withIntervals(tested))
        .withColumn(ProfileColumns.LEFT_OUT.name(), leftOut(scope.settings().minCount()))
        .where(isReportable(scope.settings().minCount()))
        .withColumn(SharedColumns.AS_OF.name(), SharedColumns.AS_OF.is(scope.asOf().column()))
        .withColumn(
            ProfileColumns.EVIDENCE.name(),
            EvidenceKind.of(ProfileColumns.ATTRIBUTE.col(), ProfileColumns.VALUE.col()))
        .select(ProfileColumns.TABLE.fields().stream().map(Field::col).toArray(Column[]::new));
  }

  /**
   * One row per value of an attribute, and one with a null for all customers whose attribute is
   * known.
   */
  private static Dataset<Row> countValues(
      Dataset<Row> traits, Dataset<Row> customers, List<String> names) {
    Column[] members =
        names.stream()
            .map(name -> count_if(array_contains(ProfileColumns.COHORTS.col(), name)))
            .toArray(Column[]::new);
    Column values = array_append(ProfileColumns.VALUES.col(), lit(null));
    return traits
        .join(customers, SharedColumns.CUSTOMER_ID.name(), "inner")
        .select(
            ProfileColumns.FACET.col(),
            ProfileColumns.ATTRIBUTE.col(),
            explode(values).as(ProfileColumns.VALUE.name()),
            ProfileColumns.COHORTS.col())
        .groupBy(ProfileColumns.FACET.col(), ProfileColumns.ATTRIBUTE.col(), VALUE)
        .agg(
            ProfileColumns.BASE_CUSTOMERS.is(count(lit(1))),
            ProfileColumns.MEMBER_COUNTS.is(array(members)));
  }

  /** One row per cohort and tested value, with the four counts that all else is made of. */
  private static Dataset<Row> withPValues(Dataset<Row> counted, ProfileScope scope) {
    int least = scope.settings().minCount();
    Column known = struct(ProfileColumns.BASE_CUSTOMERS.col(), ProfileColumns.MEMBER_COUNTS.col());
    Column value =
        struct(VALUE, ProfileColumns.BASE_CUSTOMERS.col(), ProfileColumns.MEMBER_COUNTS.col());
    Column enough = ProfileColumns.BASE_CUSTOMERS.col().geq(least);
    return counted
        .groupBy(ProfileColumns.FACET.col(), ProfileColumns.ATTRIBUTE.col())
        .agg(
            max(when(VALUE.isNull(), known)).as(ProfileColumns.KNOWN.name()),
            collect_list(when(VALUE.isNotNull().and(enough), value))
                .as(ProfileColumns.COUNTED.name()),
            ProfileColumns.RARE.is(count_if(VALUE.isNotNull().and(enough.equalTo(false)))))
        .select(
            ProfileColumns.FACET.col(),
            ProfileColumns.ATTRIBUTE.col(),
            ProfileColumns.KNOWN.col(),
            ProfileColumns.RARE.col(),
            inline(ProfileColumns.COUNTED.col()))
        .select(
            ProfileColumns.FACET.col(),
            ProfileColumns.ATTRIBUTE.col(),
            VALUE,
            ProfileColumns.RARE.col(),
            ProfileColumns.BASE_CUSTOMERS.col(),
            ProfileColumns.BASE_KNOWN.is(known(ProfileColumns.BASE_CUSTOMERS)),
            inline(byCohort(scope.names())))
        .where(ProfileColumns.MEMBERS_KNOWN.col().geq(least));
  }

  private static Column byCohort(List<String> names) {
    Column known = known(ProfileColumns.MEMBER_COUNTS);
    return array(
        IntStream.range(0, names.size())
            .mapToObj(
                place ->
                    struct(
                        SharedColumns.COHORT.is(lit(names.get(place))),
                        ProfileColumns.CUSTOMERS.is(
                            get(ProfileColumns.MEMBER_COUNTS.col(), lit(place))),
                        ProfileColumns.MEMBERS_KNOWN.is(get(known, lit(place)))))
            .toArray(Column[]::new));
  }

  private static Column known(Field part) {
    return ProfileColumns.KNOWN.col().getField(part.name());
  }

  private static Dataset<Row> withIntervals(Dataset<Row> tested) {
    return tested.select(
        SharedColumns.COHORT.col(),
        ProfileColumns.FACET.col(),
        ProfileColumns.ATTRIBUTE.col(),
        VALUE,
        ProfileColumns.CUSTOMERS.col(),
        ProfileColumns.MEMBERS_KNOWN.col(),
        ProfileColumns.BASE_CUSTOMERS.col(),
        ProfileColumns.BASE_KNOWN.col(),
        ProfileColumns.RARE.col(),
        ProfileColumns.SHARE.is(AttributeLift.share()),
        ProfileColumns.BASE_SHARE.is(AttributeLift.baseShare()),
        ProfileColumns.LIFT.is(AttributeLift.lift()),
        ProfileColumns.LIFT_LOW.is(AttributeLift.low()),
        ProfileColumns.LIFT_HIGH.is(AttributeLift.high()),
        ProfileColumns.P_VALUE.is(AttributeLift.pValue()));
  }

  /**
   * Adds q-values. Equal p-values share the last of their ranks, as the step-up procedure has it.
   */
  static Dataset<Row> withQValues(Dataset<Row> judged) {
    Column p = ProfileColumns.P_VALUE.col();
    WindowSpec cohort = Window.partitionBy(SharedColumns.COHORT.col());
    Column tested = count(lit(1)).over(cohort);
    Column place = count(lit(1)).over(cohort.orderBy(p.asc()));
    Column raised = ProfileColumns.Q_VALUE.col();
    return judged
        .withColumn(ProfileColumns.TESTED.name(), ProfileColumns.TESTED.is(tested))
        .withColumn(
            ProfileColumns.Q_VALUE.name(), p.multiply(ProfileColumns.TESTED.col()).divide(place))
        .withColumn(
            ProfileColumns.Q_VALUE.name(),
            least(lit(1.0), min(raised).over(cohort.orderBy(p.desc()))));
  }

  private static Column isReportable(int least) {
    return greatest(ProfileColumns.CUSTOMERS.col().cast("double"), AttributeLift.expected())
        .geq(least);
  }

  private static Column leftOut(int least) {
    WindowSpec attribute =
        Window.partitionBy(
            SharedColumns.COHORT.col(), ProfileColumns.FACET.col(), ProfileColumns.ATTRIBUTE.col());
    Column unreported = count_if(isReportable(least).equalTo(false)).over(attribute);
    return ProfileColumns.LEFT_OUT.is(ProfileColumns.RARE.col().plus(unreported));
  }
}
