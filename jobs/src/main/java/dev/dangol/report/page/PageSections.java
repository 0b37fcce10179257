package dev.dangol.report.page;

import dev.dangol.report.data.PanelQueries;
import dev.dangol.report.data.PanelQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sections of the page in their order, with the published tables that each shows. */
public final class PageSections {
  private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();
  private static final Map<String, Set<String>> TABLES = new LinkedHashMap<>();

  static {
    group("who", "qualities", "fit", "segments", "groups", "drift");
    group("chosen", "cohorts", "moves", "personas", "proof");
    group("worth", "value", "next_orders", "effort", "likelihoods");
    group("stay", "retention", "repeat", "survival", "satisfaction", "gap_curve", "strikes");
    group("recommend", "referrals", "advocates", "sources", "leads");
    group(
        "reach",
        "talk",
        "experience",
        "voices",
        "journey",
        "uplift",
        "cohort_uplift",
        "effects",
        "evidence");
    group("data", "exports", "data", "gaps");
    shows("qualities", "customer_features", "cohort_days");
    shows("fit", "customer_fit", "scorecard_reasons", "scorecard");
    shows("segments", "segments", "segment_flows");
    shows("cohorts", "cohorts");
    shows("personas", "personas", "companies");
    shows("proof", "backtest");
    shows("value", "value_models", "customer_value", "value_calibration", "value_tracking");
    shows("value", "retention_whatif");
    shows("likelihoods", "customer_likelihoods", "likelihood_calibration");
    shows("retention", "retention_cohorts");
    shows("sources", "acquisition_sources");
    shows("leads", "lookalikes", "lookalike_calibration");
    shows("talk", "reply_times", "reply_retention", "affinities", "message_relevance");
    shows("talk", "suppressions", "case_themes", "self_service");
    shows("experience", "category_shares", "product_ratings", "review_checks", "need_weights");
    shows("experience", "price_perception", "unmet_needs", "campaign_promises", "amplification");
    shows("experience", "case_times", "feedback_actions");
    shows("voices", "voices", "voice_terms");
    shows("journey", "goal_progress", "journey_transitions", "journey_costs", "journey_bands");
    shows("journey", "journey_sources", "journey_errors", "presence");
    shows("uplift", "uplift");
    shows("effects", "effects");
    shows("evidence", "quadrants", "quadrant_retention", "missed_customers", "segment_roles");
    shows("evidence", "rival_windows");
    shows("evidence", "media", "care_costs", "tactic_uplift", "profile_drift", "benchmarks");
    shows("exports", "exports");
    shows("data", "quarantine", "quality_checks");
    shows("gaps", "not_measured");
    PanelQueries.all(List.of()).forEach(PageSections::shows);
  }

  private PageSections() {}

  /** The sections of each group of the contents, in the order of the page. */
  public static Map<String, List<String>> groups() {
    return new LinkedHashMap<>(GROUPS);
  }

  /** Every section, in the order of the page. */
  public static List<String> ids() {
    return GROUPS.values().stream().flatMap(List::stream).toList();
  }

  /** The tables that are shown, each with its sections. */
  public static Map<String, Set<String>> tables() {
    Map<String, Set<String>> sections = new TreeMap<>();
    TABLES.forEach(
        (section, tables) ->
            tables.forEach(
                table -> sections.computeIfAbsent(table, one -> new TreeSet<>()).add(section)));
    return sections;
  }

  /** The tables that a section shows, by name. */
  public static Set<String> tablesOf(String section) {
    return TABLES.get(section);
  }

  private static void group(String name, String... sections) {
    GROUPS.put(name, List.of(sections));
  }

  private static void shows(String section, String... tables) {
    TABLES.computeIfAbsent(section, one -> new TreeSet<>()).addAll(List.of(tables));
  }

  private static void shows(PanelQuery query) {
    shows(query.id(), query.table().name());
  }
}
