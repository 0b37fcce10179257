package dev.dangol.export;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Standing of a customer towards being exported.
 *
 * @param consents by the as-of day
 * @param marks signs that they want no messages
 * @param controls the cohorts in whose control group they are
 * @param birthDate as it is written; empty where it is not known
 * @param age as it is written; empty where it is not known
 * @param erased true for a customer who was erased
 */
public record MemberStanding(
    ConsentEntries consents,
    List<SuppressionMark> marks,
    Set<String> controls,
    Optional<String> birthDate,
    Optional<String> age,
    boolean erased) {

  public MemberStanding {
    marks = List.copyOf(marks);
    controls = Set.copyOf(controls);
  }

  /** True where they unsubscribed or complained, in a way that holds for the consent key. */
  public boolean isSuppressed(Optional<String> key) {
    return marks.stream().anyMatch(mark -> mark.holds(key, consents));
  }

  /** True where they took the consent of the key back. */
  public boolean isWithdrawn(Optional<String> key) {
    return key.filter(consents::isWithdrawn).isPresent();
  }
}
