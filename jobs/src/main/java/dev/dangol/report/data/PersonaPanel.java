package dev.dangol.report.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CompanyColumns;
import dev.dangol.table.results.PersonaColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A persona card as the page shows it.
 *
 * @param cohort the cohort's name
 * @param language the language of its sentences
 * @param sections the sentences by the part of the card that they belong to
 * @param lifts what sets the persona apart most
 * @param path the way that most of them took to the main goal, a line a step
 * @param companies those of which it describes most people; empty for none
 */
public record PersonaPanel(
    String cohort,
    String language,
    Map<String, List<String>> sections,
    List<LiftLine> lifts,
    List<PathLine> path,
    Optional<CompanyLine> companies) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LIFTS = "lifts";
  private static final String PATH = "path";

  /** The parts of a card that describe the persona. */
  public static final List<String> FACETS = List.of("who", "what", "why", "how");

  /** The parts of a card that draw conclusions. */
  public static final List<String> ADVICE =
      List.of("pains", "likes", "top_complaint", "do_not", "counter_metric");

  /** The cards in every language, the ideal customers' first, then by name. */
  static List<PersonaPanel> read(ReportTables tables) {
    Map<String, CompanyLine> companies = CompanyLine.read(tables.of(CompanyColumns.TABLE));
    return tables.of(PersonaColumns.TABLE).collectAsList().stream()
        .map(RowReader::new)
        .map(cells -> of(cells, companies))
        .sorted(
            Comparator.comparing((PersonaPanel one) -> !one.isIdeal())
                .thenComparing(PersonaPanel::cohort))
        .toList();
  }

  /** True for the card that is read first. */
  public boolean isIdeal() {
    return cohort.equals(CustomerGroup.IDEAL);
  }

  /** The sentences of a part; none where there is nothing to say. */
  public List<String> lines(String section) {
    return sections.getOrDefault(section, List.of());
  }

  /** True where the card says more than that it has nothing to say. */
  public boolean isTold() {
    return !lines("who").isEmpty();
  }

  private static PersonaPanel of(RowReader cells, Map<String, CompanyLine> companies) {
    JsonNode card = parse(cells.text(PersonaColumns.CARD).orElse("{}"));
    Map<String, List<String>> sections = new TreeMap<>();
    for (Map.Entry<String, JsonNode> part : card.properties()) {
      List<String> texts = new ArrayList<>();
      part.getValue().forEach(line -> texts.add(text(part.getKey(), line)));
      sections.put(part.getKey(), texts);
    }
    List<LiftLine> lifts = new ArrayList<>();
    card.path(LIFTS).forEach(line -> lifts.add(LiftLine.of(line)));
    List<PathLine> path = new ArrayList<>();
    card.path(PATH).forEach(line -> path.add(PathLine.of(line)));
    String cohort = cells.text(SharedColumns.COHORT).orElse("");
    return new PersonaPanel(
        cohort,
        cells.text(PersonaColumns.LANGUAGE).orElse(""),
        sections,
        lifts,
        path,
        Optional.ofNullable(companies.get(cohort)));
  }

  /** The sentence with how it is known; titles, headlines and notes go without. */
  private static String text(String section, JsonNode line) {
    String basis = line.path("basis").path("text").asText("");
    boolean says = FACETS.contains(section) || ADVICE.contains(section);
    String text = line.path("text").asText();
    return says && !basis.isEmpty() ? text + " [" + basis + "]" : text;
  }

  private static JsonNode parse(String card) {
    try {
      return JSON.readTree(card);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
