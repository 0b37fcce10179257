package dev.dangol.job.cohorts;

import static org.apache.spark.sql.functions.explode;

import dev.dangol.experience.ExperienceEvents;
import dev.dangol.experience.ExperienceResults;
import dev.dangol.experience.ExperienceRules;
import dev.dangol.experience.FactTable;
import dev.dangol.experience.HistoryFold;
import dev.dangol.job.JobContext;
import dev.dangol.job.ParallelTasks;
import dev.dangol.store.Lake;
import dev.dangol.store.ScratchTables;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.results.VoiceColumns;
import dev.dangol.table.sources.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes what customers experienced with what they bought, and what they say of it. */
final class ExperienceTables {
  private static final String NOTHING = "Too few customers, or none, show anything of the kind.";

  private ExperienceTables() {}

  /** Folds all sources once; returns why measures could not be computed. */
  static Map<String, String> write(JobContext day) {
    ExperienceRules rules = ExperienceRules.of(day.asOf(), day.settings());
    try (ScratchTables scratch = day.lake().scratch()) {
      FactTable facts = new FactTable(scratch.apply(HistoryFold.of(events(day), rules)));
      return write(day, new ExperienceResults(facts, rules, day.asOf()));
    }
  }

  private static Map<String, String> write(JobContext day, ExperienceResults results) {
    Lake lake = day.lake();
    Map<Table, List<Row>> small = results.small(day.settings());
    List<Runnable> writes = new ArrayList<>();
    Map<Table, Dataset<Row>> further = results.further(day.settings());
    small.forEach(
        (table, rows) -> {
          Dataset<Row> own = lake.of(table, rows);
          Dataset<Row> all = further.containsKey(table) ? own.union(further.get(table)) : own;
          writes.add(() -> lake.replaceDay(table, all, day.asOf()));
        });
    results
        .large()
        .forEach((table, rows) -> writes.add(() -> lake.replaceDay(table, rows, day.asOf())));
    ParallelTasks.each(writes, Runnable::run);
    Map<String, String> reasons = new TreeMap<>(results.rules().reasons());
    small.forEach(
        (table, rows) -> {
          if (rows.isEmpty() && !further.containsKey(table)) {
            reasons.putIfAbsent(table.name(), NOTHING);
          }
        });
    return reasons;
  }

  private static Dataset<Row> events(JobContext day) {
    ExperienceEvents events = new ExperienceEvents(day.asOf());
    Dataset<Row> all =
        events.groups(
            GroupVoiceTables.groups(day)
                .select(
                    SharedColumns.CUSTOMER_ID.col(),
                    explode(VoiceColumns.GROUPS.col()).as(VoiceColumns.GROUP.name())));
    Dataset<Row> themes = day.lake().readDay(VoiceColumns.CUSTOMER_THEMES, day.asOf());
    all = all.unionByName(events.themes(themes));
    for (Map.Entry<Source, Dataset<Row>> source : day.clean(ExperienceEvents.SOURCES).entrySet()) {
      all = all.unionByName(events.of(source.getKey(), source.getValue()));
    }
    return all;
  }
}
