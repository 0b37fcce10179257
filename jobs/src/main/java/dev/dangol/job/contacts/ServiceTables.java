package dev.dangol.job.contacts;

import dev.dangol.contacts.HelpNeeds;
import dev.dangol.job.JobContext;
import dev.dangol.store.Lake;
import dev.dangol.table.results.NeedColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes the themes of cases, and how many needs customers served themselves. */
final class ServiceTables {
  private ServiceTables() {}

  /** Writes both tables of the day; returns why measures could not be computed. */
  static Map<String, String> write(JobContext day, Optional<Dataset<Row>> facts) {
    Lake lake = day.lake();
    Map<String, String> reasons = new TreeMap<>();
    Optional<String> support = MissingSources.reason(day.settings(), Sources.SUPPORT);
    if (facts.isEmpty() || support.isPresent()) {
      lake.replaceDay(NeedColumns.THEMES, lake.none(NeedColumns.THEMES), day.asOf());
      lake.replaceDay(NeedColumns.SELF_SERVICE, lake.none(NeedColumns.SELF_SERVICE), day.asOf());
      support.ifPresent(why -> reasons.put(NeedColumns.THEMES.name(), why));
      support.ifPresent(why -> reasons.put(NeedColumns.SELF_SERVICE.name(), why));
      return reasons;
    }
    HelpNeeds needs = new HelpNeeds(day.settings().contacts(), day.asOf());
    writeThemes(day, needs.themes(facts.get()), reasons);
    Optional<String> unknown = unknownHelp(day, reasons);
    Optional<HelpNeeds.NeedCounts> counts =
        unknown.isPresent() ? Optional.empty() : Optional.of(needs.count(facts.get()));
    Row row = needs.selfService(counts, lake.readDay(NeedColumns.THEMES, day.asOf()));
    lake.replaceDay(
        NeedColumns.SELF_SERVICE, lake.of(NeedColumns.SELF_SERVICE, List.of(row)), day.asOf());
    return reasons;
  }

  private static void writeThemes(
      JobContext day, Dataset<Row> themes, Map<String, String> reasons) {
    Lake lake = day.lake();
    Optional<String> missing =
        MissingSources.reason(day.settings(), Sources.SUPPORT, SupportSource.THEME);
    lake.replaceDay(
        NeedColumns.THEMES,
        missing.isPresent() ? lake.none(NeedColumns.THEMES) : themes,
        day.asOf());
    missing.ifPresent(
        why -> {
          reasons.put(NeedColumns.THEMES.name(), why);
          reasons.put(column(NeedColumns.SELF_SERVICE.name(), NeedColumns.COVERAGE_30.name()), why);
          reasons.put(column(NeedColumns.SELF_SERVICE.name(), NeedColumns.COVERAGE_50.name()), why);
          reasons.put(
              column(NeedColumns.SELF_SERVICE.name(), NeedColumns.COVERAGE_100.name()), why);
        });
  }

  /** Without engagement of known customers nobody knows who looked for help. */
  private static Optional<String> unknownHelp(JobContext day, Map<String, String> reasons) {
    Optional<String> missing =
        MissingSources.reason(
            day.settings(), Sources.ENGAGEMENT, EngagementSource.KNOWN_CUSTOMER_ID);
    missing.ifPresent(
        why -> {
          reasons.put(column(NeedColumns.THEMES.name(), NeedColumns.SELF_SERVED_SHARE.name()), why);
          reasons.put(column(NeedColumns.SELF_SERVICE.name(), NeedColumns.NEEDS.name()), why);
          reasons.put(column(NeedColumns.SELF_SERVICE.name(), NeedColumns.SELF_SERVED.name()), why);
          reasons.put(
              column(NeedColumns.SELF_SERVICE.name(), NeedColumns.SERVED_SHARE.name()), why);
        });
    return missing;
  }

  private static String column(String table, String name) {
    return table + "." + name;
  }
}
