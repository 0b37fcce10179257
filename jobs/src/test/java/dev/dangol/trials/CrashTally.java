package dev.dangol.trials;

import dev.dangol.table.results.ErasureColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Count of what disturbed runs left behind. */
final class CrashTally {
  /** Name of what was exported, among tables. */
  static final String EXPORTED = "exported files";

  private final String name;
  private final List<String> faults = new ArrayList<>();
  private int trials;
  private int disturbed;
  private int unreadable;
  private int half;
  private int lost;
  private int doubled;

  CrashTally(String name) {
    this.name = name;
  }

  /** Counts a trial, and whether the command noticed what was done to it. */
  synchronized void begins(boolean noticed) {
    trials++;
    disturbed += noticed ? 1 : 0;
  }

  synchronized void unreadable(String where, Exception failure) {
    unreadable++;
    fault(where + ": unreadable: " + failure);
  }

  /**
   * The tables are all as before, all as after, or all as between two days of a command that
   * publishes several. The list of erasures alone is shown before the rest is done; exported files
   * lie in no table, and stand before the ledger names them.
   */
  synchronized void seen(String where, CrashCase of, SortedMap<String, List<String>> rows) {
    List<SortedMap<String, List<String>>> states = new ArrayList<>(of.between());
    states.add(of.before());
    states.add(of.after());
    SortedMap<String, List<String>> shown = withoutList(rows);
    if (states.stream()
        .noneMatch(state -> TwoRunsTrial.difference(withoutList(state), shown).isEmpty())) {
      half++;
      fault(
          where
              + ": half a run is seen: as before, but "
              + TwoRunsTrial.difference(of.before(), rows)
              + "; as after, but "
              + TwoRunsTrial.difference(of.after(), rows));
    }
  }

  private static SortedMap<String, List<String>> withoutList(SortedMap<String, List<String>> rows) {
    SortedMap<String, List<String>> others = new TreeMap<>(rows);
    others.remove(ErasureColumns.TABLE.name());
    others.remove(EXPORTED);
    return others;
  }

  /** After a rerun all is as if nothing had happened. */
  synchronized void repeated(String where, CrashCase of, SortedMap<String, List<String>> rows) {
    String difference = TwoRunsTrial.difference(of.after(), rows);
    if (!difference.isEmpty()) {
      boolean more = count(rows) > count(of.after());
      doubled += more ? 1 : 0;
      lost += more ? 0 : 1;
      fault(where + ": after the rerun " + difference);
    }
  }

  synchronized void fault(String sentence) {
    faults.add(sentence);
    System.out.println("FAULT " + name + " " + sentence);
  }

  synchronized boolean isGood() {
    return faults.isEmpty();
  }

  /** The figures as a line of a table. */
  synchronized String line() {
    return String.format(
        "RESULT | %s | %d | %d | %d | %d | %d | %d | %d |",
        name, trials, disturbed, unreadable, half, lost, doubled, faults.size());
  }

  private static long count(SortedMap<String, List<String>> rows) {
    return rows.values().stream().mapToLong(List::size).sum();
  }
}
