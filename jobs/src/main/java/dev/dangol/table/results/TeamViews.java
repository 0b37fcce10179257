package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.TableView;
import dev.dangol.table.features.EffortColumns;
import dev.dangol.table.features.FeatureTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Views for three teams of the newest day's ideal customers. These are the members of the cohort
 * ideal and of those whose names begin with ideal_.
 */
public final class TeamViews {
  private static final Field COHORTS =
      Field.list("cohorts", "The ideal cohorts that the customer is in, by name.");
  private static final Field CONTROL_GROUP =
      Field.flag(
              "control_group",
              "True where the customer is in the control group of one of them: campaigns leave them"
                  + " alone.")
          .asRequired();
  private static final List<Field> OWN =
      List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID, COHORTS, CONTROL_GROUP);
  private static final Table FEATURES = FeatureTable.of(List.of());
  private static final Table VALUE = ValueColumns.customerValue(List.of());

  /** The tables of one row per day and customer from which a view takes columns. */
  private static final List<Table> DAILY =
      List.of(
          FEATURES,
          VALUE,
          SegmentColumns.CUSTOMER_SEGMENTS,
          LikelihoodColumns.TABLE,
          EffortColumns.TABLE);

  private static final List<String> ALWAYS_READ =
      List.of("cohort_members", "control_groups", "customer_fit");

  private static final TableView MARKETING =
      view(
          "team_marketing",
          "An ideal customer, and what marketing needs to know: what moves them, what reached them,"
              + " when they are due.",
          List.of(
              columns(CohortColumns.CUSTOMER_FIT, "rank"),
              columns(SegmentColumns.CUSTOMER_SEGMENTS, "segment_name"),
              columns(FEATURES, "rfm_group", "buyer_type", "acquired_by", "advocate"),
              columns(FEATURES, "favourite_product_line", "promotion_free_share", "discount_depth"),
              columns(
                  FEATURES, "message_open_share", "message_click_share", "days_since_last_order"),
              columns(VALUE, "next_order_from", "next_order_on", "next_order_to"),
              columns(VALUE, "expected_net_sales"),
              columns(LikelihoodColumns.TABLE, "p_recommend")));

  private static final TableView SALES =
      view(
          "team_sales",
          "An ideal customer, and what sales needs to know: what they are worth, what they may yet"
              + " become, when they are due.",
          List.of(
              columns(
                  CohortColumns.CUSTOMER_FIT, "rank", "fit_level", "fit_score", "lift_1", "lift_2"),
              columns(
                  FEATURES, "is_company", "net_sales_lifetime", "orders_lifetime", "order_value"),
              columns(FEATURES, "sales_growth", "potential_score", "favourite_product_line"),
              columns(FEATURES, "days_since_last_order", "overdue_ratio"),
              columns(VALUE, "next_order_on", "expected_net_sales", "clv"),
              columns(LikelihoodColumns.TABLE, "p_buy_more"),
              columns(EffortColumns.TABLE, "care_cost", "return_on_effort")));

  private static final TableView SUPPORT =
      view(
          "team_support",
          "An ideal customer, and what support needs to know: what they expect, what went wrong and"
              + " if it was put right.",
          List.of(
              columns(CohortColumns.CUSTOMER_FIT, "rank"),
              columns(
                  FEATURES, "satisfaction_expected", "satisfaction_delivered", "satisfaction_gap"),
              columns(
                  FEATURES, "strikes_lifetime", "strike_kinds", "last_strike_on", "rating_mean"),
              columns(
                  FEATURES, "low_ratings_lifetime", "nps_latest", "csat_latest", "cases_lifetime"),
              columns(FEATURES, "replies_in_time_share", "resolved_share", "reopened_lifetime"),
              columns(VALUE, "p_alive", "expected_net_sales"),
              columns(LikelihoodColumns.TABLE, "p_content")));

  /** The three views. */
  public static final List<TableView> ALL = List.of(MARKETING, SALES, SUPPORT);

  private TeamViews() {}

  private static TableView view(String name, String meaning, List<List<Field>> columns) {
    List<Field> taken = columns.stream().flatMap(List::stream).toList();
    List<Field> fields = Stream.concat(OWN.stream(), taken.stream()).toList();
    List<String> daily =
        DAILY.stream()
            .filter(source -> taken.stream().anyMatch(source.fields()::contains))
            .map(Table::name)
            .toList();
    Table table = new Table(name, meaning, List.of(SharedColumns.CUSTOMER_ID), fields);
    List<String> reads = Stream.concat(ALWAYS_READ.stream(), daily.stream()).toList();
    return new TableView(table, reads, query(fields, daily));
  }

  private static List<Field> columns(Table table, String... names) {
    return Arrays.stream(names)
        .map(
            name ->
                table.fields().stream()
                    .filter(field -> field.name().equals(name))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  private static String query(List<Field> fields, List<String> daily) {
    String shown =
        fields.stream()
            .map(Field::name)
            .map(
                name ->
                    name.equals("control_group")
                        ? "coalesce(control_group, false) AS " + name
                        : name)
            .collect(Collectors.joining(", "));
    String members =
        String.format(
            """
            SELECT %s
            FROM (
              SELECT customer_id, sort_array(collect_set(cohort)) AS cohorts
              FROM {schema}cohort_members
              WHERE left_on IS NULL AND (cohort = 'ideal' OR startswith(cohort, 'ideal_'))
              GROUP BY customer_id) AS members
            JOIN (%s) AS customer_fit USING (customer_id)
            LEFT JOIN (
              SELECT DISTINCT customer_id, true AS control_group
              FROM {schema}control_groups
              WHERE arm = 'control' AND (cohort = 'ideal' OR startswith(cohort, 'ideal_')))
              AS controls
            USING (customer_id)
            """,
            shown, newest("customer_fit"));
    return members + daily.stream().map(TeamViews::joined).collect(Collectors.joining());
  }

  private static String joined(String table) {
    return "LEFT JOIN (" + newest(table) + ") AS " + table + " USING (as_of, customer_id)\n";
  }

  /** The rows of the newest day that has an answer. */
  private static String newest(String table) {
    return String.format(
        "SELECT * FROM {schema}%s WHERE as_of = (SELECT max(as_of) FROM {schema}customer_fit)",
        table);
  }
}
