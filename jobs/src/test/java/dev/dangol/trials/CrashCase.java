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
 */
record CrashCase(
    String name,
    String from,
    List<String> words,
    long operations,
    SortedMap<String, List<String>> before,
    SortedMap<String, List<String>> after) {
  CrashCase {
    words = List.copyOf(words);
  }

  String[] command() {
    return words.toArray(String[]::new);
  }
}
