package dev.dangol.trials;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Count of what disturbed runs left behind. */
final class CrashTally {
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

  /** Each table is as before or as after, and all of them are the same. */
  synchronized void seen(String where, CrashCase of, SortedMap<String, List<String>> rows) {
    String old = TwoRunsTrial.difference(of.before(), rows);
    String fresh = TwoRunsTrial.difference(of.after(), rows);
    if (!old.isEmpty() && !fresh.isEmpty()) {
      half++;
      fault(where + ": half a run is seen: as before, but " + old + "; as after, but " + fresh);
    }
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
