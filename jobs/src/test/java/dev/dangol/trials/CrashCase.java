package dev.dangol.trials;

import java.util.List;
import java.util.SortedMap;

/**
 * Command that trials disturb.
 *
 * @param name of the command in what is printed
 * @param from the warehouse that it begins with, which trials copy
 * @param words the command and its options
 * @param operations how many operations on files it takes when nothing disturbs it
 * @param before the rows that readers see before it
 * @param after the rows that they see after it
 * @param between the rows that they see on the way, where it publishes several days
 */
record CrashCase(
    String name,
    String from,
    List<String> words,
    long operations,
    SortedMap<String, List<String>> before,
    SortedMap<String, List<String>> after,
    List<SortedMap<String, List<String>>> between) {
  CrashCase {
    words = List.copyOf(words);
    between = List.copyOf(between);
  }

  /** The same command, of which readers may also see this. */
  CrashCase passing(SortedMap<String, List<String>> rows) {
    return new CrashCase(name, from, words, operations, before, after, List.of(rows));
  }

  String[] command() {
    return words.toArray(String[]::new);
  }
}
