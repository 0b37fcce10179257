package dev.dangol.config.hocon;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rule for the legal values of a setting.
 *
 * @param meaning the legal values in words, as they follow "must be"
 * @param known the legal words, where they can be listed, to suggest one from
 * @param instead the value used for a faulty one until all faults are reported
 * @param reading the value of a text; empty where the text is not legal
 */
public record ValueRule<T>(
    String meaning, Collection<String> known, T instead, Function<String, Optional<T>> reading) {

  public static <T> ValueRule<T> of(
      String meaning, T instead, Function<String, Optional<T>> reading) {
    return new ValueRule<>(meaning, List.of(), instead, reading);
  }

  /** One of the given words, exactly. */
  public static ValueRule<String> oneOf(Collection<String> words) {
    return new ValueRule<>(
        "one of " + String.join(" ", words),
        words,
        words.iterator().next(),
        text -> Optional.of(text).filter(words::contains));
  }

  public Optional<T> read(String text) {
    return reading.apply(text);
  }
}
