package dev.dangol.cohorts.persona;

import dev.dangol.config.ProfileSettings;
import dev.dangol.table.ProfileColumns;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes persona cards. */
public final class PersonaCard {
  private PersonaCard() {}

  /**
   * The card of a cohort in one language. A difference is told only where it is no chance; a cohort
   * that is too small has a card that says so, and nothing else.
   *
   * @param sitter the cohort
   * @param findings its rows of {@code cohort_profiles}, in any order
   */
  public static Card of(
      Sitter sitter, List<Finding> findings, ProfileSettings settings, Phrases phrases) {
    Sentences sentences = new Sentences(phrases);
    boolean tooFew = sitter.size() < settings.minCount();
    Choice choice = new Choice(tooFew ? List.of() : findings, settings.maxQ());
    List<Finding> headline = choice.headline();
    return new Card(
        sitter.cohort(),
        phrases.language(),
        List.of(sentences.title(sitter)),
        headline.isEmpty() ? List.of() : List.of(sentences.headline(headline)),
        facet(choice, sentences, ProfileColumns.WHAT),
        facet(choice, sentences, ProfileColumns.WHY),
        facet(choice, sentences, ProfileColumns.HOW),
        tooFew ? List.of() : who(sitter, choice, sentences),
        choice.pains().stream().map(sentences::apart).toList(),
        likes(choice, sentences),
        complaint(choice, sentences),
        doNot(choice, sentences, phrases),
        choice.counterMetric().map(one -> sentences.told("counter_metric", one)).stream().toList(),
        choice.strongest().stream().map(sentences::lift).toList(),
        note(sitter, choice, sentences, settings));
  }

  private static List<Line> facet(Choice choice, Sentences sentences, String facet) {
    return choice.facet(facet).stream().map(sentences::apart).toList();
  }

  private static List<Line> who(Sitter sitter, Choice choice, Sentences sentences) {
    return Stream.concat(
            Stream.of(sentences.size(sitter)),
            choice.facet(ProfileColumns.WHO).stream().map(sentences::apart))
        .toList();
  }

  private static List<Line> likes(Choice choice, Sentences sentences) {
    return Stream.concat(
            choice.likes().stream().map(sentences::apart),
            choice.spared().stream().map(finding -> sentences.told("spared", finding)))
        .toList();
  }

  private static List<Line> complaint(Choice choice, Sentences sentences) {
    Optional<Line> theme = choice.topTheme().map(one -> sentences.told("top_theme", one));
    return theme
        .or(() -> choice.topExperience().map(one -> sentences.told("top_experience", one)))
        .stream()
        .toList();
  }

  private static List<Line> doNot(Choice choice, Sentences sentences, Phrases phrases) {
    Stream<Line> left =
        choice.left().stream().map(finding -> sentences.told("do_not.unsubscribes", finding));
    Stream<Line> avoided =
        choice.avoided().stream()
            .map(finding -> sentences.told(pattern(finding, phrases), finding));
    return Stream.concat(left, avoided).toList();
  }

  private static String pattern(Finding finding, Phrases phrases) {
    String own = "do_not." + finding.kind();
    return phrases.has(own) ? own : "do_not." + finding.place().facet();
  }

  private static List<Line> note(
      Sitter sitter, Choice choice, Sentences sentences, ProfileSettings settings) {
    if (sitter.size() < settings.minCount()) {
      return List.of(sentences.tooFew(sitter, settings.minCount()));
    }
    boolean apart =
        choice.findings().stream()
            .anyMatch(one -> one.higher(settings.maxQ()) || one.lower(settings.maxQ()));
    return apart ? List.of() : List.of(sentences.nothing(sitter));
  }
}
