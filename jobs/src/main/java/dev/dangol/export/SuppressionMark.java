package dev.dangol.export;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Sign that a customer does not want messages: they unsubscribed or complained.
 *
 * @param channel in small letters; empty for every channel
 * @param unsubscribedOn the last day on which they unsubscribed
 * @param complained true where they complained, which never ends
 */
public record SuppressionMark(
    Optional<String> channel, Optional<LocalDate> unsubscribedOn, boolean complained) {
  private static final String BETWEEN = "|";

  /** Reads a mark of the form {@code 2025-03-01|true|email}, in which the parts may be empty. */
  public static SuppressionMark of(String text) {
    int first = text.indexOf(BETWEEN);
    int second = text.indexOf(BETWEEN, first + 1);
    String day = text.substring(0, first);
    String channel = text.substring(second + 1);
    return new SuppressionMark(
        Optional.of(channel).filter(name -> !name.isEmpty()),
        day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day)),
        Boolean.parseBoolean(text.substring(first + 1, second)));
  }

  /**
   * True where it holds for a consent key. Unsubscribing ends with consent given on a later day.
   *
   * @param key empty where no consent is asked for: then only marks of every channel hold
   */
  boolean holds(Optional<String> key, ConsentEntries consents) {
    if (channel.isPresent() && !channel.equals(key)) {
      return false;
    }
    boolean unsubscribed =
        unsubscribedOn
            .filter(day -> key.filter(name -> consents.isGrantedAfter(name, day)).isEmpty())
            .isPresent();
    return complained || unsubscribed;
  }
}
