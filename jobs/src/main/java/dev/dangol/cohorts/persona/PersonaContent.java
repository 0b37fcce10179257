package dev.dangol.cohorts.persona;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.List;

/**
 * Content of a persona card; a list is empty where there is nothing to say.
 *
 * @param cohort the cohort's name in the tables
 * @param language en or ko
 * @param title the persona's title
 * @param headline its most distinctive findings, in a few words
 * @param what who they are by their records
 * @param why what they want
 * @param how what reaches them
 * @param path the way that most of them took to the main goal, a line a step
 * @param who how many they are, what they are worth, and what kind of customer they are
 * @param pains what goes wrong for them more often than for everyone
 * @param likes what they are content with
 * @param topComplaint their most frequent complaint
 * @param doNot what does not work with them
 * @param counterMetric the figure to watch on the customers' behalf
 * @param lifts its most distinctive findings, up or down: the name of each, with the cells of its
 *     lift
 * @param note why there is little or nothing to say
 */
public record PersonaContent(
    String cohort,
    String language,
    List<CardLine> title,
    List<CardLine> headline,
    List<CardLine> what,
    List<CardLine> why,
    List<CardLine> how,
    List<CardLine> path,
    List<CardLine> who,
    List<CardLine> pains,
    List<CardLine> likes,
    List<CardLine> topComplaint,
    List<CardLine> doNot,
    List<CardLine> counterMetric,
    List<CardLine> lifts,
    List<CardLine> note) {
  private static final ObjectMapper JSON =
      new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

  /** The card as JSON: the same card gives the same text. */
  public String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
