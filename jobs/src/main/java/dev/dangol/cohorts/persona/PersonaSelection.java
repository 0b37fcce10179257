package dev.dangol.cohorts.persona;

import dev.dangol.table.results.ProfileColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Selection of findings for a persona card. A value is distinctive when q ≤ maxQ and its lift
 * interval excludes 1; of the distinctive ones those come first whose interval is furthest from 1.
 */
record PersonaSelection(List<ProfileFinding> findings, double maxQ) {
  static final String BAD_EXPERIENCE = "bad_experience";
  private static final String RATING = "rating";
  private static final String SILENT_LEAVER = "silent_leaver";
  private static final String UNSUBSCRIBES = "unsubscribes";
  private static final String THEME = "support_theme";
  static final String PRAISES = "praises";
  static final String COMPLAINS = "complains_of";
  private static final int IN_A_FACET = 3;
  private static final int IN_DO_NOT = 4;
  private static final int STRONGEST = 8;

  /** Values whose absence says no more than their presence does. */
  private static final Set<String> DULL = Set.of("no", "middle");

  private static final Set<String> FELT =
      Set.of(BAD_EXPERIENCE, RATING, SILENT_LEAVER, UNSUBSCRIBES, THEME, PRAISES, COMPLAINS);

  /** Attributes that can only be said as a verb, and are therefore no part of a headline. */
  private static final Set<String> VERBS =
      Set.of("cadence", "promotion_use", "is_company", "opens", "clicks");

  private static final Set<String> NEVER_AVOIDED =
      Set.of("category", "cadence", "is_company", THEME, UNSUBSCRIBES, PRAISES, COMPLAINS);

  private static final Comparator<ProfileFinding> BY_NAME =
      Comparator.comparing((ProfileFinding finding) -> finding.place().attribute())
          .thenComparing(ProfileFinding::value);
  private static final Comparator<ProfileFinding> HIGHEST =
      Comparator.comparingDouble((ProfileFinding finding) -> finding.lifts().low())
          .reversed()
          .thenComparing(BY_NAME);
  private static final Comparator<ProfileFinding> LOWEST =
      Comparator.comparingDouble((ProfileFinding finding) -> finding.lifts().high())
          .thenComparing(BY_NAME);

  /** The distinctive findings of a facet: no attribute and no word twice. */
  List<ProfileFinding> facet(String facet) {
    return vary(higher(finding -> finding.is(facet) && !FELT.contains(finding.kind())), IN_A_FACET);
  }

  /** The first of each facet that can be said with a noun. */
  List<ProfileFinding> headline() {
    List<ProfileFinding> first = new ArrayList<>();
    for (String facet : List.of(ProfileColumns.WHAT, ProfileColumns.WHY, ProfileColumns.HOW)) {
      facet(facet).stream()
          .filter(finding -> !VERBS.contains(finding.kind()))
          .findFirst()
          .ifPresent(first::add);
    }
    return first;
  }

  /** Bad experiences, themes of support and complaints that they have more often than everyone. */
  List<ProfileFinding> pains() {
    return higher(
            finding ->
                felt(finding) || finding.kind().equals(THEME) || finding.kind().equals(COMPLAINS))
        .stream()
        .limit(IN_A_FACET)
        .toList();
  }

  /** High ratings that they give, and themes that they praise, more often than everyone. */
  List<ProfileFinding> likes() {
    return higher(
            finding ->
                finding.kind().equals(PRAISES)
                    || (finding.kind().equals(RATING) && finding.value().equals("high")))
        .stream()
        .limit(IN_A_FACET)
        .toList();
  }

  /** Bad experiences that they have less often than everyone. */
  List<ProfileFinding> alternatives() {
    return lower(finding -> finding.kind().equals(BAD_EXPERIENCE)).stream()
        .limit(IN_A_FACET)
        .toList();
  }

  /** The theme that most members' support cases have; empty where there is no such finding. */
  Optional<ProfileFinding> topTheme() {
    return mostCommon(finding -> finding.kind().equals(THEME));
  }

  /** The bad experience that most members had; empty where there is no such finding. */
  Optional<ProfileFinding> topExperience() {
    return mostCommon(finding -> finding.kind().equals(BAD_EXPERIENCE));
  }

  /** Channels that they unsubscribe from more often than everyone. */
  List<ProfileFinding> remaining() {
    return vary(higher(finding -> finding.kind().equals(UNSUBSCRIBES)), IN_DO_NOT);
  }

  /**
   * Findings less frequent among members than among everyone, of attributes that can be acted on.
   */
  List<ProfileFinding> avoided() {
    Predicate<ProfileFinding> promotion =
        finding -> !finding.kind().equals("promotion_use") || finding.value().equals("always");
    return vary(
        lower(
            promotion.and(
                finding ->
                    !finding.is(ProfileColumns.WHO) && !NEVER_AVOIDED.contains(finding.kind()))),
        IN_DO_NOT);
  }

  /**
   * The counter metric, also called the empty chair: of the signs of discontent that members show
   * beyond chance more often than everyone, the one with the largest difference of shares; else the
   * most frequent one; empty where there is none.
   */
  Optional<ProfileFinding> counterMetric() {
    return higher(PersonaSelection::felt).stream()
        .max(
            Comparator.comparingDouble(
                    (ProfileFinding finding) -> finding.share() - finding.baseShare())
                .thenComparing(BY_NAME.reversed()))
        .or(() -> mostCommon(PersonaSelection::felt));
  }

  /**
   * The findings whose interval is furthest from 1, in either direction; without the kinds of
   * customer, which cohorts are mostly chosen by.
   */
  List<ProfileFinding> strongest() {
    Predicate<ProfileFinding> telling =
        finding -> !finding.is(ProfileColumns.WHO) || FELT.contains(finding.kind());
    return Stream.concat(higher(telling).stream(), lower(telling).stream())
        .sorted(
            Comparator.comparingDouble(PersonaSelection::nearest).reversed().thenComparing(BY_NAME))
        .limit(STRONGEST)
        .toList();
  }

  /** Distance of the nearer end of the interval from 1, in logarithms. */
  private static double nearest(ProfileFinding finding) {
    return Math.max(Math.log(finding.lifts().low()), -Math.log(finding.lifts().high()));
  }

  private static boolean felt(ProfileFinding finding) {
    return switch (finding.kind()) {
      case BAD_EXPERIENCE -> true;
      case RATING -> finding.value().equals("low");
      case SILENT_LEAVER, UNSUBSCRIBES -> finding.value().equals("yes");
      default -> false;
    };
  }

  private Optional<ProfileFinding> mostCommon(Predicate<ProfileFinding> which) {
    return findings.stream()
        .filter(which.and(finding -> finding.customers() > 0))
        .max(Comparator.comparingDouble(ProfileFinding::share).thenComparing(BY_NAME.reversed()));
  }

  private List<ProfileFinding> higher(Predicate<ProfileFinding> which) {
    return findings.stream()
        .filter(which.and(finding -> finding.higher(maxQ) && !dull(finding)))
        .sorted(HIGHEST)
        .toList();
  }

  private List<ProfileFinding> lower(Predicate<ProfileFinding> which) {
    return findings.stream()
        .filter(which.and(finding -> finding.lower(maxQ) && !dull(finding)))
        .sorted(LOWEST)
        .toList();
  }

  private static boolean dull(ProfileFinding finding) {
    return DULL.contains(finding.value()) && !finding.kind().equals("is_company");
  }

  private static List<ProfileFinding> vary(List<ProfileFinding> sorted, int most) {
    Set<String> said = new HashSet<>();
    List<ProfileFinding> varied = new ArrayList<>();
    for (ProfileFinding finding : sorted) {
      boolean newWord = finding.value().equals("yes") || !said.contains("=" + finding.value());
      if (newWord && said.add(finding.place().attribute()) && varied.size() < most) {
        said.add("=" + finding.value());
        varied.add(finding);
      }
    }
    return varied;
  }
}
