package dev.dangol.segments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names for new segments, each of them once. A segment is named by its largest effect, if that is
 * at least {@link #DISTINCT} standard deviations, else typical; segments that would share a name
 * with each other or with one that was named before get a second word, then a third, and at last a
 * number.
 */
final class NewSegmentNames {
  /** A medium effect (Cohen 1988). */
  static final double DISTINCT = 0.5;

  private static final int MOST_WORDS = 3;
  private static final SegmentName TYPICAL = new SegmentName("typical", "평균적");

  private NewSegmentNames() {}

  /**
   * The names, in the order of the segments.
   *
   * @param segments the effects of each, strongest first
   * @param taken names that others have or had
   */
  static List<SegmentName> of(List<List<FeatureEffect>> segments, List<SegmentName> taken) {
    List<List<SegmentName>> words = segments.stream().map(NewSegmentNames::words).toList();
    List<SegmentName> names = new ArrayList<>(words.stream().map(all -> first(all, 1)).toList());
    for (int length = 2; length <= MOST_WORDS; length++) {
      List<SegmentName> before = List.copyOf(names);
      for (int i = 0; i < names.size(); i++) {
        if (isShared(before, i) || before.get(i).isAmong(taken)) {
          names.set(i, first(words.get(i), length));
        }
      }
    }
    return numbered(names, taken);
  }

  private static List<SegmentName> words(List<FeatureEffect> effects) {
    boolean typical = effects.isEmpty() || !effects.get(0).atLeast(DISTINCT);
    Stream<SegmentName> said =
        effects.stream().filter(effect -> effect.size() != 0).map(NewSegmentNames::word);
    return SegmentName.withoutRepeats(
        Stream.concat(typical ? Stream.of(TYPICAL) : Stream.of(), said).toList());
  }

  private static SegmentName word(FeatureEffect effect) {
    return SegmentVocabulary.words(effect.feature()).of(effect);
  }

  private static SegmentName first(List<SegmentName> words, int length) {
    return SegmentName.joined(words.subList(0, Math.min(length, words.size())));
  }

  private static boolean isShared(List<SegmentName> names, int place) {
    List<SegmentName> others = new ArrayList<>(names);
    SegmentName name = others.remove(place);
    return name.isAmong(others);
  }

  private static List<SegmentName> numbered(List<SegmentName> names, List<SegmentName> taken) {
    List<SegmentName> unique = new ArrayList<>();
    for (SegmentName name : names) {
      SegmentName next = name;
      for (int number = 2; next.isAmong(unique) || next.isAmong(taken); number++) {
        next = name.numbered(number);
      }
      unique.add(next);
    }
    return unique;
  }
}
