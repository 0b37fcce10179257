package dev.dangol.config;

import java.util.Collection;
import java.util.Optional;

/** The nearest known word. */
public final class Suggestion {
  private Suggestion() {}

  /** The known word that is nearest to the given one; empty where none is near. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream().filter(word::equalsIgnoreCase).findFirst();
  }
}
