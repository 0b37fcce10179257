package dev.dangol.config.hocon;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Suggests the known word that was probably meant by an unknown one. */
public final class KeySuggestion {
  /** A shorter word is part of too many others to mean one of them. */
  private static final int SHORTEST_PART = 4;

  private KeySuggestion() {}

  /**
   * Finds the known word that is nearest by edit distance, capitals aside, or that holds the word
   * as a part; of two that are equally near, the first in alphabetical order. Empty where none is
   * near enough to be meant.
   */
  public static Optional<String> nearest(String word, Collection<String> known) {
    int farthest = word.length() < SHORTEST_PART ? 1 : Math.max(2, word.length() / 3);
    return known.stream()
        .filter(candidate -> edits(word, candidate) <= farthest || isPart(word, candidate))
        .min(
            Comparator.comparingInt((String candidate) -> edits(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The question that ends a message about an unknown word; empty where no known one is near. */
  static String question(String word, Collection<String> known) {
    return nearest(word, known).map(near -> " Did you mean " + near + "?").orElse("");
  }

  private static int edits(String word, String candidate) {
    return LevenshteinDistance.getDefaultInstance().apply(small(word), small(candidate));
  }

  private static boolean isPart(String word, String candidate) {
    return word.length() >= SHORTEST_PART && small(candidate).contains(small(word));
  }

  private static String small(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
