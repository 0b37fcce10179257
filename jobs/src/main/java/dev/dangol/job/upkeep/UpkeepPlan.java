package dev.dangol.job.upkeep;

import dev.dangol.store.OldVersions;
import dev.dangol.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * Plan of upkeep: what there is to do.
 *
 * @param unfinished the tables that a run which was cut short has written to; they are left alone
 * @param days the tables of each day that is no longer kept
 * @param scattered the number of small files that can be put together, by table
 * @param old the rest of old versions, by table
 */
record UpkeepPlan(
    List<String> unfinished,
    SortedMap<LocalDate, List<Table>> days,
    Map<Table, Long> scattered,
    Map<Table, OldVersions> old) {

  /** The same plan with the rest of old versions. */
  UpkeepPlan withOld(Map<Table, OldVersions> rest) {
    return new UpkeepPlan(unfinished, days, scattered, rest);
  }

  /** The sentences that tell it to a person. */
  List<String> lines(boolean done) {
    List<String> lines = new ArrayList<>();
    if (!unfinished.isEmpty()) {
      lines.add(
          unfinished.size()
              + " tables were written by a run that was cut short, and were left alone. Run dangol"
              + " run first.");
    }
    days.forEach(
        (day, tables) ->
            lines.add(
                day
                    + (done ? " was" : " would be")
                    + " removed from "
                    + tables.size()
                    + " tables; no page can be compared with it, and dangol run --as-of "
                    + day
                    + " brings it back."));
    scattered.forEach(
        (table, files) ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "%s: %,d small files %s put together.",
                    table.name(),
                    files,
                    done ? "were" : "would be")));
    lines.add(rest(done));
    return lines;
  }

  private String rest(boolean done) {
    long files = old.values().stream().mapToLong(each -> each.files().size()).sum();
    long entries = old.values().stream().mapToLong(each -> each.entries().size()).sum();
    return String.format(
        Locale.ROOT,
        "%,d files and %,d log entries of old versions in %d tables %s removed.",
        files,
        entries,
        old.size(),
        done ? "were" : "would be");
  }
}
