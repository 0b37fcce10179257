package dev.dangol.segments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names for new segments, each of them once. A segment is called by what distinguishes it most from
 * everyone, if that is at least {@link #DISTINCT} standard deviations, else typical; segments that
 * would share a name with each other or with one that was named before get a second word, then a
 * third, and at last a number.
 */
final class NewSegmentNames {
  /** A medium effect (Cohen 1988). */
  static final double DISTINCT = 0.5;

  private static final int MOST_WORDS = 3;
  private static final Name TYPICAL = new Name("typical", "평균적");

  private NewSegmentNames() {}

  /**
   * The names, in the order of the segments.
   *
   * @param segments what sets each apart, strongest first
   * @param taken names that others have or had
   */
  static List<Name> of(List<List<Effect>> segments, List<Name> taken) {
    List<List<Name>> words = segments.stream().map(NewSegmentNames::words).toList();
    List<Name> names = new ArrayList<>(words.stream().map(all -> first(all, 1)).toList());
    for (int length = 2; length <= MOST_WORDS; length++) {
      List<Name> before = List.copyOf(names);
      for (int i = 0; i < names.size(); i++) {
        if (isShared(before, i) || before.get(i).isAmong(taken)) {
          names.set(i, first(words.get(i), length));
        }
      }
    }
    return numbered(names, taken);
  }

  private static List<Name> words(List<Effect> effects) {
    boolean typical = effects.isEmpty() || !effects.get(0).atLeast(DISTINCT);
    Stream<Name> said =
        effects.stream().filter(effect -> effect.size() != 0).map(NewSegmentNames::word);
    return Name.withoutRepeats(
        Stream.concat(typical ? Stream.of(TYPICAL) : Stream.of(), said).toList());
  }

  private static Name word(Effect effect) {
    return SegmentVocabulary.words(effect.feature()).of(effect);
  }

  private static Name first(List<Name> words, int length) {
    return Name.joined(words.subList(0, Math.min(length, words.size())));
  }

  private static boolean isShared(List<Name> names, int place) {
    List<Name> others = new ArrayList<>(names);
    Name name = others.remove(place);
    return name.isAmong(others);
  }

  private static List<Name> numbered(List<Name> names, List<Name> taken) {
    List<Name> unique = new ArrayList<>();
    for (Name name : names) {
      Name next = name;
      for (int number = 2; next.isAmong(unique) || next.isAmong(taken); number++) {
        next = name.numbered(number);
      }
      unique.add(next);
    }
    return unique;
  }
}
