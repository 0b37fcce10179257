package dev.dangol.cohorts.persona;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.cohorts.persona.PathFinding.PathPlace;
import dev.dangol.config.CohortProfileSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PathSentencesTest {
  private static final List<PathFinding> PATH =
      List.of(
          new PathFinding(
              new PathPlace(GivenFindings.DAY, "ideal", 2, "체험"),
              Optional.empty(),
              Optional.empty(),
              0.25,
              8,
              OptionalDouble.empty()),
          new PathFinding(
              new PathPlace(GivenFindings.DAY, "ideal", 1, "discovery"),
              Optional.of("view"),
              Optional.of("kakao"),
              0.625,
              8,
              OptionalDouble.of(0.25)));

  private static PersonaContent card(String language, long size) {
    return PersonaCard.of(
        new CohortSummary(GivenFindings.DAY, "ideal", size, 0.04, OptionalDouble.empty()),
        new PersonaEvidence(List.of(), List.of(), PATH),
        new CohortProfileSettings(30, 0.05, Set.of()),
        CardPhrases.of(language, Map.of()));
  }

  @Test
  void a_card_tells_each_step_in_order_with_the_cells_it_was_made_of() {
    List<CardLine> path = card("en", 40).path();

    assertThat(path)
        .extracting(CardLine::text)
        .containsExactly(
            "Discovery, mostly by looking at an article through KakaoTalk: 63\u00a0% of the"
                + " journeys that ended in a decision came this way. Half have left the stage after"
                + " 6 hours.",
            "체험, mostly by the decision itself: 25\u00a0% of the journeys that ended in a decision"
                + " came this way.");
    assertThat(path.get(0).basis().text()).isEqualTo("8 journeys that ended in a decision");
    assertThat(path.get(0).from())
        .extracting(SourceCell::column)
        .containsExactly("stage", "event", "channel", "share", "dwell_p50_days");
    assertThat(path.get(0).from()).extracting(cell -> cell.keys().get("step")).containsOnly("1");
  }

  @Test
  void a_label_of_the_business_takes_the_place_of_its_name() {
    CardPhrases phrases =
        CardPhrases.of(
            "en",
            Map.of(
                "stage.체험", Map.of("en", "Trial"),
                "cohort.ideal", Map.of("en", "Regulars"),
                "theme.smell", Map.of("en", "Smell")));

    assertThat(new PathSentences(phrases).lines(PATH).get(1).text()).startsWith("Trial, mostly");
    assertThat(phrases.stage("discovery")).isEqualTo("Discovery");
    assertThat(phrases.cohort("ideal")).isEqualTo("Regulars");
    assertThat(phrases.cohort("slipping")).isEqualTo("slipping");
    assertThat(phrases.value("praises", "smell")).isEqualTo("Smell");
    assertThat(phrases.value("praises", "delivery")).isEqualTo("delivery");
  }

  @Test
  void the_same_is_told_in_korean_and_nothing_of_a_cohort_too_small() {
    assertThat(card("ko", 40).path().get(0).text())
        .contains("배움과 발견", "카카오톡", "상품 보기", "63", "6시간");
    assertThat(card("ko", 40).path().get(1).text()).contains("체험", "‘결정’");
    assertThat(card("en", 29).path()).isEmpty();
  }
}
