package dev.dangol;

/** Queries that say what the campaigns of {@link SampleYear} did, and what tables tell of it. */
final class CampaignTruth {
  /** The first campaign's arms and visits, counted over the clean tables alone. */
  static final String COUNTED =
      """
      WITH meant AS (SELECT customer_id, arm FROM cohort_members JOIN control_groups
          USING (cohort, customer_id) WHERE cohort = '%1$s'
          AND entered_on < '%2$s' AND coalesce(left_on >= '%2$s', true)),
        seen AS (SELECT DISTINCT customer_id FROM clean_engagement
          WHERE CAST(occurred_at AS DATE) BETWEEN '%2$s' AND DATE '%2$s' + 13),
        got AS (SELECT DISTINCT customer_id FROM clean_messages WHERE campaign_id = '%3$s'),
        each AS (SELECT arm, s.customer_id IS NOT NULL AS visited, g.customer_id IS NOT NULL AS messaged
          FROM meant LEFT JOIN seen s USING (customer_id) LEFT JOIN got g USING (customer_id))
      SELECT count_if(arm = 'treat'), count_if(arm = 'control'),
        count_if(arm = 'treat' AND messaged), count_if(arm = 'control' AND messaged),
        round(avg(CAST(visited AS INT)) FILTER (WHERE arm = 'treat'), 9),
        round(avg(CAST(visited AS INT)) FILTER (WHERE arm = 'control'), 9) FROM each"""
          .formatted(SampleYear.COHORT, SampleYear.BEGINS, SampleYear.CAMPAIGN);

  /** The same as {@code uplift} has it. */
  static final String STORED =
      """
      SELECT treated, controls, treated_messaged, controls_messaged, round(treated_mean, 9),
        round(control_mean, 9) FROM uplift
      WHERE campaign_id = '%s' AND cohort = '%s' AND outcome = 'visit'"""
          .formatted(SampleYear.CAMPAIGN, SampleYear.COHORT);

  /** Rows of letters and leaflets on the last day. */
  static final String TOLD =
      """
      FROM tactic_uplift WHERE as_of = '2025-12-30' AND facet = 'creative' AND value IN ('%s', '%s')"""
          .formatted(SampleYear.LETTER, SampleYear.LEAFLET);

  private static final String VISITS_BY_LETTER =
      "value = '%s' AND cohort = '%s' AND outcome = 'visit'"
          .formatted(SampleYear.LETTER, SampleYear.COHORT);

  /** The share of those who got a letter and would not have looked at the shop without it. */
  private static final String PLANTED =
      """
      WITH meant AS (SELECT t.*, customer_id FROM (SELECT campaign_id, cohort, began_on FROM uplift
          WHERE campaign_id IN ('TRIAL-1', 'TRIAL-3') AND cohort = '%1$s' AND outcome = 'visit') t
          JOIN cohort_members USING (cohort) JOIN control_groups USING (cohort, customer_id)
          WHERE arm = 'treat' AND entered_on < began_on AND coalesce(left_on >= began_on, true)),
        anyway AS (SELECT DISTINCT meant.campaign_id, customer_id FROM meant JOIN clean_engagement
          USING (customer_id) WHERE NOT startswith(event_id, 'TRIAL-')
          AND CAST(occurred_at AS DATE) BETWEEN began_on AND date_add(began_on, 13))
      SELECT avg(IF(a.customer_id IS NULL, 1, 0)) FROM meant LEFT JOIN anyway a
        USING (campaign_id, customer_id)"""
          .formatted(SampleYear.COHORT);

  /** Campaigns with letters, and true where the interval holds what they brought, and not 0. */
  static final String LETTER_IS_FOUND =
      "SELECT campaigns, low > 0 AND (%s) BETWEEN low AND high %s AND %s"
          .formatted(PLANTED, TOLD, VISITS_BY_LETTER);

  private CampaignTruth() {}
}
