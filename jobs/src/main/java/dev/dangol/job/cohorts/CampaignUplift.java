package dev.dangol.job.cohorts;

import static org.apache.spark.sql.functions.min;

import dev.dangol.cohorts.CampaignArms;
import dev.dangol.cohorts.CampaignEffects;
import dev.dangol.cohorts.ControlGroups;
import dev.dangol.config.ProofSettings.ControlSettings;
import dev.dangol.features.measure.MappedColumns;
import dev.dangol.features.purchases.PurchaseDays;
import dev.dangol.job.JobContext;
import dev.dangol.store.Lake;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.UpliftColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.Sources;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Draws control groups and measures the uplift of campaigns. */
final class CampaignUplift {
  /** The table that reasons are given for. */
  private static final String TABLE = UpliftColumns.UPLIFT.name();

  private CampaignUplift() {}

  /** Runs once the cohorts of the day are written; returns why measures could not be computed. */
  static Map<String, String> write(JobContext day) {
    Lake lake = day.lake();
    ControlSettings how = day.settings().proof().control();
    Dataset<Row> stays = lake.read(CohortColumns.COHORT_MEMBERS);
    lake.replaceAll(
        UpliftColumns.CONTROL_GROUPS,
        ControlGroups.of(stays, lake.read(UpliftColumns.CONTROL_GROUPS), how));
    Map<String, String> reasons = new TreeMap<>();
    if (!day.settings().has(Sources.MESSAGES.name())) {
      reasons.put(TABLE, "The source messages is not configured.");
    } else if (!MappedColumns.of(day.settings()).has(Sources.MESSAGES, SharedColumns.CAMPAIGN_ID)) {
      reasons.put(TABLE, "The source messages does not map campaign_id, so no campaign is known.");
    } else if (over(day, stays)) {
      lake.replaceAll(UpliftColumns.UPLIFT, uplift(day, stays));
    } else {
      reasons.put(
          TABLE,
          "No cohort is known for longer than the control.days days that follow a campaign.");
    }
    if (!lake.exists(UpliftColumns.UPLIFT)) {
      lake.replaceAll(UpliftColumns.UPLIFT, lake.none(UpliftColumns.UPLIFT));
    }
    return reasons;
  }

  /** True where a campaign can have begun after customers were drawn, and its days be over. */
  private static boolean over(JobContext day, Dataset<Row> stays) {
    Row first = stays.agg(CohortColumns.ENTERED_ON.is(min(CohortColumns.ENTERED_ON.col()))).head();
    int days = day.settings().proof().control().days();
    return new RowReader(first)
        .day(CohortColumns.ENTERED_ON)
        .filter(entered -> !entered.plusDays(days).isAfter(day.asOf().day()))
        .isPresent();
  }

  private static Dataset<Row> uplift(JobContext day, Dataset<Row> stays) {
    Lake lake = day.lake();
    boolean seen =
        MappedColumns.of(day.settings())
            .has(Sources.ENGAGEMENT, EngagementSource.KNOWN_CUSTOMER_ID);
    CampaignArms.CampaignActivity deeds =
        new CampaignArms.CampaignActivity(
            lake.read(Sources.MESSAGES.clean()),
            PurchaseDays.of(
                lake.read(Sources.PURCHASES.clean()), day.asOf(), OptionalDouble.empty()),
            seen ? Optional.of(lake.read(Sources.ENGAGEMENT.clean())) : Optional.empty());
    int days = day.settings().proof().control().days();
    return CampaignEffects.of(
        new CampaignArms(day.asOf(), days)
            .of(stays, lake.read(UpliftColumns.CONTROL_GROUPS), deeds));
  }
}
