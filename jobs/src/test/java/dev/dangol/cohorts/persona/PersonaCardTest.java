package dev.dangol.cohorts.persona;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.cohorts.persona.ProfileFinding.FindingKey;
import dev.dangol.cohorts.persona.ProfileFinding.FindingLift;
import dev.dangol.config.CohortProfileSettings;
import dev.dangol.table.features.StrikeColumns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonaCardTest {
  private static final LocalDate DAY = GivenFindings.DAY;
  private static final CohortSummary IDEAL =
      new CohortSummary(DAY, "ideal", 1200, 0.04, OptionalDouble.of(0.221));
  private static final CohortProfileSettings RULES = new CohortProfileSettings(30, 0.05, Set.of());

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void every_number_of_every_sentence_stands_in_the_cell_that_it_names(String language)
      throws JsonProcessingException {
    List<ProfileFinding> table = GivenFindings.findings();
    CardPhrases phrases = CardPhrases.of(language, Map.of());
    PersonaContent card = PersonaCard.of(IDEAL, GivenFindings.evidence(table), RULES, phrases);
    int figures = 0;
    for (JsonNode line : lines(card)) {
      String rest = line.get("text").asText();
      assertThat(line.get("from")).as(rest).isNotEmpty();
      for (JsonNode cell : line.get("from")) {
        Object found = lookedUp(cell, table);
        assertThat(cell.get("value").asText()).isEqualTo(found.toString());
        String shown = shown(cell.get("column").asText(), found, phrases);
        assertThat(rest).contains(shown);
        rest = rest.replaceFirst(Pattern.quote(shown), "");
        figures++;
      }
      assertThat(rest.replace("\u00a0", "").replaceAll("95%|\\d+대|30s|18:00–24:00|18~24", ""))
          .as("nothing made up")
          .doesNotContainPattern("\\d");
    }
    assertThat(figures).isGreaterThan(30);
  }

  private static String shown(String column, Object value, CardPhrases phrases) {
    return switch (column) {
      case "size" -> phrases.count((Long) value);
      case "cohort" -> phrases.cohort((String) value);
      case "value" -> valueWords((String) value, phrases);
      default ->
          column.startsWith("lift") ? phrases.times((Double) value) : phrases.share((Double) value);
    };
  }

  private static String valueWords(String value, CardPhrases phrases) {
    String stem = value.equals("18-24") ? "value.purchase_hours." : "value.channel.";
    return phrases.nameOr(stem, value);
  }

  private static Object lookedUp(JsonNode cell, List<ProfileFinding> table) {
    JsonNode keys = cell.get("keys");
    assertThat(keys.get("as_of").asText()).isEqualTo("2026-03-01");
    String column = cell.get("column").asText();
    if (cell.get("table").asText().equals("cohorts")) {
      return switch (column) {
        case "size" -> IDEAL.size();
        case "cohort" -> IDEAL.cohort();
        case "share_of_customers" -> IDEAL.shareOfCustomers();
        default -> IDEAL.shareOfNetSales().orElseThrow();
      };
    }
    FindingKey place =
        new FindingKey(
            DAY,
            keys.get("cohort").asText(),
            keys.get("facet").asText(),
            keys.get("attribute").asText(),
            keys.get("value").asText());
    ProfileFinding row =
        table.stream().filter(f -> f.place().equals(place)).findFirst().orElseThrow();
    return switch (column) {
      case "share" -> row.share();
      case "base_share" -> row.baseShare();
      case "lift" -> row.lifts().lift();
      case "lift_low" -> row.lifts().low();
      case "lift_high" -> row.lifts().high();
      case "value" -> row.value();
      default -> throw new AssertionError(column);
    };
  }

  @Test
  void a_card_reads_as_sentences() {
    PersonaContent english =
        PersonaCard.of(IDEAL, GivenFindings.evidence(), RULES, CardPhrases.of("en", Map.of()));

    assertThat(texts(english.title())).containsExactly("Ideal customers");
    assertThat(texts(english.headline()))
        .containsExactly("age band: 30s · main category: <b>차</b> 🍵 · purchase channel: app");
    assertThat(texts(english.who()))
        .containsExactly("1,200 customers, 4% of all, with 22% of all net sales to date.");
    assertThat(texts(english.what()))
        .containsExactly(
            "62% have “age band: 30s” (all customers: 31%). That is 2 times as often as everyone;"
                + " 95% interval 1.8 to 2.2.");
    assertThat(texts(english.pains()))
        .containsExactly(
            "41% had a late delivery (all customers: 21%). That is 2 times as often as everyone;"
                + " 95% interval 1.8 to 2.2.",
            "12% of those who were sent messages by e-mail unsubscribed (all customers: 6%). That"
                + " is 2 times as often as everyone; 95% interval 1.8 to 2.2.");
    assertThat(texts(english.doNot()))
        .containsExactly(
            "Do not write more often by e-mail: 12% of those who were sent messages unsubscribed,"
                + " 6% of all customers.",
            "Do not rely on “purchase channel: shop”: 8% of them, 16% of all customers.");
    assertThat(texts(english.counterMetric()).get(0)).startsWith("41% had");
    assertThat(texts(english.topComplaint()).get(0)).contains("“refund”: 25% of those who asked");
    assertThat(english.note()).isEmpty();
  }

  @Test
  void a_card_reads_as_sentences_in_korean() {
    PersonaContent korean =
        PersonaCard.of(IDEAL, GivenFindings.evidence(), RULES, CardPhrases.of("ko", Map.of()));

    assertThat(texts(korean.title())).containsExactly("이상적인 고객");
    assertThat(texts(korean.who())).containsExactly("고객 1,200명으로, 전체 고객의 4%이며 누적 순매출의 22%를 차지합니다.");
    assertThat(texts(korean.what()))
        .containsExactly("62%가 ‘연령대: 30s’에 해당합니다(전체 고객은 31%). 전체 대비 2배이며, 95% 신뢰구간은 1.8~2.2배입니다.");
    assertThat(texts(korean.doNot()))
        .contains("‘구매 채널: 매장’에 의존하지 마세요. 이들 가운데 8%, 전체 고객 가운데 16%입니다.");
  }

  @Test
  void a_cohort_that_is_too_small_says_so_and_nothing_else() {
    CohortSummary few = new CohortSummary(DAY, "ideal", 29, 0.01, OptionalDouble.empty());
    PersonaContent card =
        PersonaCard.of(few, GivenFindings.evidence(), RULES, CardPhrases.of("en", Map.of()));

    assertThat(texts(card.note()))
        .containsExactly(
            "Only 29 customers belong to it: too few to describe. A profile needs 30.");
    assertThat(card.what()).isEmpty();
    assertThat(card.who()).isEmpty();
    assertThat(card.doNot()).isEmpty();
    assertThat(card.counterMetric()).isEmpty();
    assertThat(card.headline()).isEmpty();
  }

  @Test
  void chance_is_reported_as_nothing() {
    List<ProfileFinding> chance =
        GivenFindings.findings().stream().map(f -> GivenFindings.withLifts(f, dull(f))).toList();

    PersonaContent card =
        PersonaCard.of(
            IDEAL, GivenFindings.evidence(chance), RULES, CardPhrases.of("en", Map.of()));

    assertThat(texts(card.note()).get(0)).startsWith("Nothing sets these 1,200 customers apart");
    assertThat(card.what()).isEmpty();
    assertThat(card.doNot()).isEmpty();
    assertThat(card.pains()).isEmpty();
    assertThat(texts(card.counterMetric()).get(0)).contains("41% had a late delivery");
  }

  private static FindingLift dull(ProfileFinding finding) {
    return new FindingLift(
        finding.lifts().lift(), finding.lifts().low(), finding.lifts().high(), 0.051);
  }

  @Test
  void the_strongest_lifts_are_drawn_from_their_cells() {
    PersonaContent card =
        PersonaCard.of(IDEAL, GivenFindings.evidence(), RULES, CardPhrases.of("en", Map.of()));

    assertThat(texts(card.lifts()))
        .hasSize(8)
        .startsWith("were unhappy enough to give a low rating")
        .contains("age band: 30s", "unsubscribed from e-mail", "give high ratings")
        .doesNotContain("region: no difference");
    assertThat(card.lifts().get(0).from())
        .extracting(SourceCell::column)
        .containsExactly("share", "base_share", "lift", "lift_low", "lift_high");
    assertThat(card.lifts().get(0).from().get(0).value()).isEqualTo(0.05);
  }

  @Test
  void the_order_of_the_rows_does_not_matter() {
    List<ProfileFinding> turned = new ArrayList<>(GivenFindings.findings());
    Collections.reverse(turned);

    for (String language : CardPhrases.LANGUAGES) {
      CardPhrases phrases = CardPhrases.of(language, Map.of());
      assertThat(PersonaCard.of(IDEAL, GivenFindings.evidence(turned), RULES, phrases).json())
          .isEqualTo(PersonaCard.of(IDEAL, GivenFindings.evidence(), RULES, phrases).json());
    }
  }

  @Test
  void both_languages_have_the_same_words() {
    assertThat(CardPhrases.of("ko", Map.of()).keys())
        .isEqualTo(CardPhrases.of("en", Map.of()).keys());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void every_kind_of_bad_experience_has_its_words(String language) {
    CardPhrases phrases = CardPhrases.of(language, Map.of());

    assertThat(
            List.of(
                StrikeColumns.LOW_RATING,
                StrikeColumns.FAULT_REFUND,
                StrikeColumns.FAULT_CASE,
                StrikeColumns.LATE_DELIVERY,
                StrikeColumns.MISSED_REPLY,
                StrikeColumns.REOPENED_CASE))
        .allMatch(kind -> phrases.has("value.bad_experience." + kind));
  }

  private static List<JsonNode> lines(PersonaContent card) throws JsonProcessingException {
    List<JsonNode> lines = new ArrayList<>();
    new ObjectMapper()
        .readTree(card.json())
        .properties()
        .forEach(
            section -> {
              if (section.getValue().isArray() && !section.getKey().equals("lifts")) {
                section.getValue().forEach(lines::add);
              }
            });
    return lines;
  }

  private static List<String> texts(List<CardLine> lines) {
    return lines.stream().map(line -> line.text().replace("\u00a0", "")).toList();
  }
}
