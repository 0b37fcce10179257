package dev.dangol.report.data;

import dev.dangol.report.data.PanelQuery.PanelKind;
import dev.dangol.report.data.PanelQuery.PanelShape;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Unit;
import dev.dangol.table.features.CustomerTypeColumns;
import dev.dangol.table.features.EffortColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.features.NetworkColumns;
import dev.dangol.table.features.ReferralColumns;
import dev.dangol.table.features.RepeatColumns;
import dev.dangol.table.features.RfmColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.features.StrikeColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.SegmentColumns;
import dev.dangol.table.results.SurvivalColumns;
import dev.dangol.table.results.UpliftColumns;
import dev.dangol.table.results.ValueColumns;
import java.util.List;

/** Queries of the panels: what each section with a panel shows. */
public final class PanelQueries {
  /** Weeks ahead that are told apart; later ones are together. */
  private static final int WEEKS = 13;

  private static final int MOST_ORDERS = 5;

  private PanelQueries() {}

  /**
   * Lists the queries.
   *
   * @param windows the configured windows of days, which decide the columns of customer_features
   */
  public static List<PanelQuery> all(List<Integer> windows) {
    return List.of(
        groups(windows),
        advocates(windows),
        moves(),
        nextOrders(),
        effort(),
        repeat(),
        survival(),
        satisfaction(),
        gapCurve(),
        strikes(),
        referrals(),
        cohortUplift(),
        drift());
  }

  private static PanelQuery groups(List<Integer> windows) {
    return PanelQuery.of(
        "groups",
        FeatureTable.of(windows),
        sums(
            List.of(PanelColumn.of(RfmColumns.RFM_GROUP, Unit.PLAIN)),
            PanelColumn.customers(),
            PanelColumn.sum(FeatureColumns.NET_SALES_LIFETIME, Unit.MONEY),
            PanelColumn.mean(FeatureColumns.ORDERS_LIFETIME, Unit.ORDERS),
            PanelColumn.mean(FeatureColumns.DAYS_SINCE_LAST_ORDER, Unit.DAYS)));
  }

  private static PanelQuery advocates(List<Integer> windows) {
    return PanelQuery.of(
            "advocates",
            FeatureTable.of(windows),
            sums(
                List.of(PanelColumn.of(CustomerTypeColumns.ADVOCATE, Unit.PLAIN)),
                PanelColumn.customers(),
                PanelColumn.sum(FeatureColumns.NET_SALES_LIFETIME, Unit.MONEY),
                PanelColumn.sum(ReferralColumns.REFERRALS_CONVERTED, Unit.PEOPLE),
                PanelColumn.sum(ReferralColumns.REFERRED_NET_SALES, Unit.MONEY)))
        .where(CustomerTypeColumns.ADVOCATE.name() + " IS NOT NULL");
  }

  private static PanelQuery moves() {
    String came = CohortColumns.CAME.name();
    return PanelQuery.of(
        "moves",
        CohortColumns.COHORT_MOVES,
        sums(
            List.of(
                PanelColumn.of(SharedColumns.COHORT, Unit.PLAIN),
                PanelColumn.of(CohortColumns.KIND, Unit.PLAIN)),
            new PanelColumn("entered", "count_if(" + came + ")", Unit.PEOPLE),
            new PanelColumn("left", "count_if(NOT " + came + ")", Unit.PEOPLE)));
  }

  private static PanelQuery nextOrders() {
    String day = ValueColumns.NEXT_ORDER_ON.name();
    String weeks = "floor(datediff(" + day + ", " + SharedColumns.AS_OF.name() + ") / 7)";
    String week = "CAST(least(greatest(" + weeks + ", 0) + 1, " + WEEKS + ") AS INT)";
    return PanelQuery.of(
            "next_orders",
            ValueColumns.customerValue(List.of()),
            sums(
                List.of(new PanelColumn("week", week, Unit.PLAIN)),
                PanelColumn.customers(),
                PanelColumn.sum(ValueColumns.EXPECTED_ORDER_VALUE, Unit.MONEY)))
        .where(day + " IS NOT NULL");
  }

  private static PanelQuery effort() {
    String by = EffortColumns.RETURN_ON_EFFORT.name();
    String bucket =
        ("CASE WHEN %1$s IS NULL THEN 0 WHEN %1$s < 1 THEN 1 WHEN %1$s < 5 THEN 2"
                + " WHEN %1$s < 20 THEN 3 ELSE 4 END")
            .formatted(by);
    return PanelQuery.of(
        "effort",
        EffortColumns.TABLE,
        sums(
            List.of(new PanelColumn("return_bucket", bucket, Unit.PLAIN)),
            PanelColumn.customers(),
            PanelColumn.sum(EffortColumns.ACQUISITION_COST, Unit.MONEY),
            PanelColumn.sum(EffortColumns.DISCOUNT_COST, Unit.MONEY),
            PanelColumn.sum(EffortColumns.PROGRAMME_COST, Unit.MONEY),
            PanelColumn.sum(EffortColumns.MESSAGE_COST, Unit.MONEY),
            PanelColumn.sum(EffortColumns.SUPPORT_COST, Unit.MONEY),
            PanelColumn.sum(EffortColumns.CARE_COST, Unit.MONEY),
            PanelColumn.sum(EffortColumns.NET_MARGIN, Unit.MONEY)));
  }

  private static PanelQuery repeat() {
    return PanelQuery.of(
            "repeat",
            RepeatColumns.TABLE,
            rows(
                List.of(
                    PanelColumn.of(RepeatColumns.ORDER_NUMBER, Unit.PLAIN),
                    PanelColumn.of(RepeatColumns.DAYS, Unit.PLAIN)),
                PanelColumn.of(RepeatColumns.CUSTOMERS, Unit.PEOPLE),
                PanelColumn.of(RepeatColumns.SHARE, Unit.SHARE)))
        .where(RepeatColumns.ORDER_NUMBER.name() + " <= " + MOST_ORDERS);
  }

  private static PanelQuery survival() {
    return PanelQuery.of(
            "survival",
            SurvivalColumns.TABLE,
            rows(
                List.of(PanelColumn.of(SurvivalColumns.DAYS, Unit.PLAIN)),
                PanelColumn.of(SurvivalColumns.AT_RISK, Unit.PEOPLE),
                PanelColumn.of(SurvivalColumns.GONE, Unit.PEOPLE),
                PanelColumn.of(SurvivalColumns.SURVIVAL, Unit.SHARE),
                PanelColumn.of(SurvivalColumns.LOW, Unit.SHARE),
                PanelColumn.of(SurvivalColumns.HIGH, Unit.SHARE)))
        .where(SurvivalColumns.ACQUIRED.name() + " = 'all'");
  }

  private static PanelQuery satisfaction() {
    return PanelQuery.of(
        "satisfaction",
        SatisfactionColumns.TABLE,
        sums(
            List.of(PanelColumn.of(SatisfactionColumns.SEGMENT, Unit.PLAIN)),
            PanelColumn.customers(),
            PanelColumn.mean(SatisfactionColumns.EXPECTED, Unit.SHARE),
            PanelColumn.mean(SatisfactionColumns.DELIVERED, Unit.SHARE),
            PanelColumn.mean(SatisfactionColumns.GAP, Unit.SHARE)));
  }

  private static PanelQuery gapCurve() {
    return PanelQuery.of(
            "gap_curve",
            SatisfactionColumns.CURVE,
            rows(
                List.of(PanelColumn.of(SatisfactionColumns.GAP_FROM, Unit.SHARE)),
                PanelColumn.of(RepeatColumns.CUSTOMERS, Unit.PEOPLE),
                PanelColumn.of(SatisfactionColumns.RETAINED, Unit.PEOPLE),
                PanelColumn.of(SatisfactionColumns.RETAINED_SHARE, Unit.SHARE)))
        .where(SatisfactionColumns.SEGMENT.name() + " = 'all'");
  }

  private static PanelQuery strikes() {
    return PanelQuery.of(
        "strikes",
        StrikeColumns.TABLE,
        rows(
            List.of(PanelColumn.of(StrikeColumns.STRIKE_COUNT, Unit.PLAIN)),
            PanelColumn.of(StrikeColumns.CUSTOMERS, Unit.PEOPLE),
            PanelColumn.of(StrikeColumns.OBSERVED, Unit.PEOPLE),
            PanelColumn.of(StrikeColumns.SURVIVED, Unit.PEOPLE),
            PanelColumn.of(StrikeColumns.SURVIVAL, Unit.SHARE),
            PanelColumn.of(StrikeColumns.BENCHMARK, Unit.SHARE)));
  }

  private static PanelQuery referrals() {
    return PanelQuery.of(
        "referrals",
        NetworkColumns.TABLE,
        sums(
            List.of(PanelColumn.of(NetworkColumns.GENERATIONS, Unit.PLAIN)),
            PanelColumn.customers(),
            PanelColumn.sum(NetworkColumns.REFERRED, Unit.PEOPLE),
            PanelColumn.sum(NetworkColumns.CONVERTED, Unit.PEOPLE),
            PanelColumn.sum(NetworkColumns.REFERRED_NET_SALES, Unit.MONEY),
            PanelColumn.sum(NetworkColumns.SAVED_ACQUISITION_COST, Unit.MONEY)));
  }

  private static PanelQuery cohortUplift() {
    String outcome = UpliftColumns.OUTCOME.name() + " = 'conversion'";
    String effect = "avg(" + UpliftColumns.EFFECT.name() + ") FILTER (WHERE ";
    String sales = UpliftColumns.OUTCOME.name() + " = 'net_sales')";
    return PanelQuery.of(
            "cohort_uplift",
            UpliftColumns.UPLIFT,
            sums(
                List.of(PanelColumn.of(SharedColumns.COHORT, Unit.PLAIN)),
                new PanelColumn("campaigns", "count_if(" + outcome + ")", Unit.PLAIN),
                new PanelColumn("gains", "count_if(" + outcome + " AND low > 0)", Unit.PLAIN),
                new PanelColumn("losses", "count_if(" + outcome + " AND high < 0)", Unit.PLAIN),
                new PanelColumn("more_buyers", effect + outcome + ")", Unit.SHARE),
                new PanelColumn("more_sales", effect + sales, Unit.MONEY)))
        .where(UpliftColumns.EFFECT.name() + " IS NOT NULL");
  }

  private static PanelQuery drift() {
    return PanelQuery.of(
        "drift",
        SegmentColumns.SEGMENT_DRIFT,
        rows(
            List.of(PanelColumn.of(SegmentColumns.DRIFTING, Unit.PLAIN)),
            PanelColumn.of(SegmentColumns.STABILITY_INDEX, Unit.OF_ONE)));
  }

  private static PanelShape sums(List<PanelColumn> keys, PanelColumn... figures) {
    return new PanelShape(PanelKind.SUMS, keys, List.of(figures));
  }

  private static PanelShape rows(List<PanelColumn> keys, PanelColumn... figures) {
    return new PanelShape(PanelKind.ROWS, keys, List.of(figures));
  }
}
