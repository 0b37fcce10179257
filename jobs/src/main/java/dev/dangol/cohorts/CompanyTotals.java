package dev.dangol.cohorts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.CompanyColumns;
import dev.dangol.table.sources.CustomerSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Totals of companies: what the customers who belong to each add up to.
 *
 * @param cohorts the names of the cohorts
 */
public record CompanyTotals(List<String> cohorts, AsOf asOf) {
  /** Names of the attribute that tells a person's role, of which the first that is there counts. */
  private static final List<String> ROLES =
      List.of("role", "position", "job_title", "역할", "직책", "직급");

  /** Words in a role, in small letters, that say that the person decides. */
  private static final String DECIDES =
      "decision|decid|\\b(buyer|owner|founder|ceo|cfo|president|director)\\b|purchas|procure"
          + "|결정|구매|대표|사장|원장|점장|이사";

  private static final List<String> LEVELS = List.of("unfit", "viable", "perfect");

  private static final Field DECIDES_NOT = Field.count("_decides_not", "0 who decides, else 1.");
  private static final Field FEWER_ORDERS = Field.count("_fewer_orders", "Orders below zero.");
  private static final Field LESS_SALES = Field.total("_less_sales", "Net sales below zero.");
  private static final Field FIRST = Field.text("_first", "Who decides, or orders most.");
  private static final Field NAMES = Field.list("_names", "The cohorts that a person is in.");
  private static final Field MEMBERS = Field.count("_members", "People in a cohort.");
  private static final Field LATER = Field.count("_later", "Place by name, below zero.");
  private static final Field MOST = Field.text("_most", "The cohort of most people.");

  public CompanyTotals {
    cohorts = cohorts.stream().sorted().toList();
  }

  /**
   * The rows of {@code companies}.
   *
   * @param customers the clean records of customers
   * @param features the rows of {@code customer_features} of the day
   * @param fit the rows of {@code customer_fit} of the day
   * @param members the rows of {@code cohort_days} of the day
   */
  public Dataset<Row> of(
      Dataset<Row> customers, Dataset<Row> features, Dataset<Row> fit, Dataset<Row> members) {
    String key = SharedColumns.CUSTOMER_ID.name();
    Column id = SharedColumns.CUSTOMER_ID.col();
    return people(customers)
        .join(
            features.select(
                id, FeatureColumns.ORDERS_LIFETIME.col(), FeatureColumns.NET_SALES_LIFETIME.col()),
            arrayOf(key),
            "left")
        .join(fit.select(id, CohortColumns.FIT_LEVEL.col()), arrayOf(key), "left")
        .join(
            members.groupBy(id).agg(NAMES.is(collect_set(SharedColumns.COHORT.col()))),
            arrayOf(key),
            "left")
        .groupBy(CompanyColumns.COMPANY_ID.col())
        .agg(
            CompanyColumns.PEOPLE.is(count(lit(1))),
            CompanyColumns.ORDERS.is(sum(orders())),
            CompanyColumns.NET_SALES.is(sum(netSales())),
            max(level()).as(CompanyColumns.FIT_LEVEL.name()),
            min(struct(decidesNot(), fewerOrders(), lessSales(), id)).as(FIRST.name()),
            mostCommon().as(MOST.name()))
        .select(columns());
  }

  /** One row per customer who belongs to a company by the day. */
  private Dataset<Row> people(Dataset<Row> customers) {
    Column company = trim(CustomerSource.COMPANY_ID.col());
    Column role =
        coalesce(
            ROLES.stream()
                .map(name -> try_element_at(CustomerSource.ATTRIBUTES.col(), lit(name)))
                .toArray(Column[]::new));
    Column decides = coalesce(lower(role).rlike(DECIDES), lit(false));
    return customers
        .where(coalesce(asOf.hasHappened(CustomerSource.SIGNED_UP_AT), lit(true)))
        .where(length(company).gt(0))
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(
            CompanyColumns.COMPANY_ID.is(min(company)),
            DECIDES_NOT.is(min(when(decides, 0).otherwise(1))));
  }

  private static Column decidesNot() {
    return DECIDES_NOT.col();
  }

  private static Column fewerOrders() {
    return FEWER_ORDERS.is(negate(orders()));
  }

  private static Column lessSales() {
    return LESS_SALES.is(negate(netSales()));
  }

  private static Column orders() {
    return coalesce(FeatureColumns.ORDERS_LIFETIME.col(), lit(0L));
  }

  private static Column netSales() {
    return coalesce(FeatureColumns.NET_SALES_LIFETIME.col(), lit(0));
  }

  private static Column level() {
    Column level = lit(null).cast("int");
    for (String name : LEVELS) {
      level =
          when(CohortColumns.FIT_LEVEL.col().equalTo(name), LEVELS.indexOf(name)).otherwise(level);
    }
    return level;
  }

  /** The number of people and the name of the cohort that most are in. */
  private Column mostCommon() {
    List<Column> counted = new ArrayList<>();
    for (String cohort : cohorts) {
      Column isIn = when(array_contains(NAMES.col(), cohort), 1L).otherwise(0L);
      counted.add(
          struct(MEMBERS.is(sum(isIn)), LATER.is(lit(-counted.size())), MOST.is(lit(cohort))));
    }
    Column nobody = struct(MEMBERS.is(lit(0)), LATER.is(lit(1)), MOST.nullColumn());
    return array_max(
        array(Stream.concat(counted.stream(), Stream.of(nobody)).toArray(Column[]::new)));
  }

  private Column[] columns() {
    Column first = FIRST.col();
    Column byRole = first.getField(DECIDES_NOT.name()).equalTo(0);
    Column isKnown = byRole.or(first.getField(FEWER_ORDERS.name()).lt(0));
    Column level = lit(null).cast("string");
    for (String name : LEVELS) {
      level =
          when(CompanyColumns.FIT_LEVEL.col().equalTo(LEVELS.indexOf(name)), name).otherwise(level);
    }
    Column members = MOST.col().getField(MEMBERS.name());
    return new Column[] {
      SharedColumns.AS_OF.is(asOf.column()),
      CompanyColumns.COMPANY_ID.col(),
      CompanyColumns.PEOPLE.col(),
      CompanyColumns.DECISION_MAKER.is(
          when(isKnown, first.getField(SharedColumns.CUSTOMER_ID.name()))),
      CompanyColumns.BY_ROLE.is(when(isKnown, byRole)),
      CompanyColumns.ORDERS.col(),
      CompanyColumns.NET_SALES.col(),
      CompanyColumns.FIT_LEVEL.is(level),
      CompanyColumns.PERSONA_COHORT.is(when(members.gt(0), MOST.col().getField(MOST.name()))),
      CompanyColumns.PERSONA_PEOPLE.is(members)
    };
  }

  private static String[] arrayOf(String key) {
    return new String[] {key};
  }
}
