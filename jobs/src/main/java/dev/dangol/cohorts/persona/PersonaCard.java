package dev.dangol.cohorts.persona;

import dev.dangol.config.CohortProfileSettings;
import dev.dangol.table.results.ProfileColumns;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes persona cards of cohorts. */
public final class PersonaCard {
  private PersonaCard() {}

  /**
   * The card of a cohort in one language. A difference is stated only where it is beyond chance; a
   * cohort that is too small has a card that says so, and nothing else.
   *
   * @param sitter the cohort
   * @param evidence its rows of {@code cohort_profiles}, {@code affinities} and {@code
   *     journey_paths}
   */
  public static PersonaContent of(
      CohortSummary sitter,
      PersonaEvidence evidence,
      CohortProfileSettings settings,
      CardPhrases phrases) {
    CardSentences sentences = new CardSentences(phrases);
    boolean tooFew = sitter.size() < settings.minCount();
    PersonaSelection choice =
        new PersonaSelection(tooFew ? List.of() : evidence.findings(), settings.maxQ());
    List<ReachFinding> reach = tooFew ? List.of() : evidence.reach();
    List<ProfileFinding> headline = choice.headline();
    return new PersonaContent(
        sitter.cohort(),
        phrases.language(),
        List.of(sentences.title(sitter)),
        headline.isEmpty() ? List.of() : List.of(sentences.headline(headline)),
        facet(choice, sentences, ProfileColumns.WHAT),
        facet(choice, sentences, ProfileColumns.WHY),
        how(choice, sentences, reach),
        tooFew ? List.of() : new PathSentences(phrases).lines(evidence.path()),
        tooFew ? List.of() : who(sitter, choice, sentences),
        choice.pains().stream().map(sentences::apart).toList(),
        likes(choice, sentences),
        complaint(choice, sentences),
        doNot(choice, sentences, reach),
        choice.counterMetric().map(one -> sentences.line("counter_metric", one)).stream().toList(),
        choice.strongest().stream().map(sentences::lift).toList(),
        note(sitter, choice, sentences, settings));
  }

  private static List<CardLine> facet(
      PersonaSelection choice, CardSentences sentences, String facet) {
    return choice.facet(facet).stream().map(sentences::apart).toList();
  }

  private static List<CardLine> who(
      CohortSummary sitter, PersonaSelection choice, CardSentences sentences) {
    return Stream.concat(
            Stream.of(sentences.size(sitter)),
            choice.facet(ProfileColumns.WHO).stream().map(sentences::apart))
        .toList();
  }

  private static List<CardLine> likes(PersonaSelection choice, CardSentences sentences) {
    return Stream.concat(
            choice.likes().stream().map(sentences::apart),
            choice.alternatives().stream().map(finding -> sentences.line("spared", finding)))
        .toList();
  }

  private static List<CardLine> complaint(PersonaSelection choice, CardSentences sentences) {
    Optional<CardLine> theme = choice.topTheme().map(one -> sentences.line("top_theme", one));
    return theme
        .or(() -> choice.topExperience().map(one -> sentences.line("top_experience", one)))
        .stream()
        .toList();
  }

  /** Ways to reach them: those that work first, since what is frequent may not. */
  private static List<CardLine> how(
      PersonaSelection choice, CardSentences sentences, List<ReachFinding> reach) {
    return Stream.concat(
            ReachFinding.working(reach).stream().map(one -> sentences.reach("reach.works", one)),
            facet(choice, sentences, ProfileColumns.HOW).stream())
        .toList();
  }

  /** Things that fail; where that is not measured, those that are rare among them. */
  private static List<CardLine> doNot(
      PersonaSelection choice, CardSentences sentences, List<ReachFinding> reach) {
    Stream<CardLine> left =
        choice.remaining().stream().map(finding -> sentences.line("do_not.unsubscribes", finding));
    return reach.isEmpty()
        ? Stream.concat(left, choice.avoided().stream().map(sentences::avoided)).toList()
        : Stream.concat(
                ReachFinding.failing(reach).stream()
                    .map(one -> sentences.reach("reach.fails", one)),
                left)
            .toList();
  }

  private static List<CardLine> note(
      CohortSummary sitter,
      PersonaSelection choice,
      CardSentences sentences,
      CohortProfileSettings settings) {
    if (sitter.size() < settings.minCount()) {
      return List.of(sentences.tooFew(sitter, settings.minCount()));
    }
    boolean apart =
        choice.findings().stream()
            .anyMatch(one -> one.higher(settings.maxQ()) || one.lower(settings.maxQ()));
    return apart ? List.of() : List.of(sentences.nothing(sitter));
  }
}
