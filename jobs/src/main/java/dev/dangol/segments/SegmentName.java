package dev.dangol.segments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A segment's name in both languages.
 *
 * @param english such as "Lapsed, discount seekers"
 * @param korean such as "이탈, 할인 선호"
 */
record SegmentName(String english, String korean) {
  private static final String AND = ", ";

  /** Puts single words together, the strongest first. */
  static SegmentName joined(List<SegmentName> words) {
    String english = String.join(AND, words.stream().map(SegmentName::english).toList());
    return new SegmentName(
        english.substring(0, 1).toUpperCase(Locale.ROOT) + english.substring(1),
        String.join(AND, words.stream().map(SegmentName::korean).toList()));
  }

  SegmentName numbered(int number) {
    return new SegmentName(english + " " + number, korean + " " + number);
  }

  /** True where one of the names is the same in either language. */
  boolean isAmong(Collection<SegmentName> names) {
    return names.stream()
        .anyMatch(name -> name.english.equals(english) || name.korean.equals(korean));
  }

  /** The words without those that were said before in either language. */
  static List<SegmentName> withoutRepeats(List<SegmentName> words) {
    List<SegmentName> kept = new ArrayList<>();
    words.stream().filter(word -> !word.isAmong(kept)).forEach(kept::add);
    return kept;
  }
}
