package dev.dangol.cohorts.persona;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.CohortProfileSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cards say how to reach people, and what not to do, by verdicts and not by what is rare. */
class ReachFindingTest {
  private static final LocalDate DAY = LocalDate.parse("2026-06-30");
  private static final CohortSummary IDEAL =
      new CohortSummary(DAY, "ideal", 400, 0.1, OptionalDouble.of(0.4));
  private static final CohortProfileSettings RULES = new CohortProfileSettings(30, 0.05, Set.of());

  private static ReachFinding finding(String facet, String value, String verdict, double rate) {
    return new ReachFinding(
        new ReachFinding.ReachKey(DAY, "ideal", facet, value), verdict, rate, 0.3, rate / 0.3, 250);
  }

  private static PersonaContent card(String language) {
    List<ReachFinding> reach =
        List.of(
            finding("channel", "kakao", "works", 0.5),
            finding("hour", "21", "works", 0.4),
            finding("weekday", "mon", "unknown", 0.35),
            finding("creative", "가격 강조", "fails", 0.1),
            finding("weekday", "sun", "fails", 0.2));
    return PersonaCard.of(
        IDEAL,
        new PersonaEvidence(GivenFindings.findings(), reach, List.of()),
        RULES,
        CardPhrases.of(language, Map.of()));
  }

  @Test
  void what_works_is_how_to_reach_them_and_what_fails_is_not_to_be_done() {
    PersonaContent card = card("en");

    assertThat(card.how())
        .extracting(CardLine::text)
        .startsWith(
            "The channel KakaoTalk works: 50\u00a0% of these messages get a response, against"
                + " 30\u00a0% of all to them.",
            "Sending from 21:00 works: 40\u00a0% of these messages get a response, against"
                + " 30\u00a0% of all to them.")
        .noneMatch(text -> text.contains("mon"));
    assertThat(card.doNot())
        .extracting(CardLine::text)
        .startsWith(
            "The creative 가격 강조 fails: 10\u00a0% of these messages get a response, against"
                + " 30\u00a0% of all to them.",
            "Sending on Sundays fails: 20\u00a0% of these messages get a response, against"
                + " 30\u00a0% of all to them.")
        .noneMatch(text -> text.startsWith("Do not rely on"));
    assertThat(card.doNot().get(0).from()).extracting(SourceCell::table).containsOnly("affinities");
  }

  @Test
  void the_same_is_said_in_korean() {
    assertThat(card("ko").how().get(0).text())
        .contains("카카오톡", "50%", "30%")
        .doesNotContain("works");
    assertThat(card("ko").doNot().get(1).text()).contains("일요일");
  }
}
