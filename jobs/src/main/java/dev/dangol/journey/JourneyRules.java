package dev.dangol.journey;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Rules by which journeys are made of touches and decisions.
 *
 * @param stages the names of the stages in their order, at least two
 * @param goals in the order of their places
 * @param bands the classes of products, the first of which a category belongs to counts
 * @param drivers the names of what may go with passing, in the order of their bits
 */
public record JourneyRules(
    List<String> stages,
    List<GoalRule> goals,
    List<BandRule> bands,
    List<String> drivers,
    JourneyTimes times)
    implements Serializable {
  /** The driver of those whose case was answered within the hour. */
  public static final String QUICK_REPLY = "reply_within_hour";

  /** The driver of those who were referred. */
  public static final String REFERRAL = "referral";

  /** The place of the stage that leads to the goal. */
  int decision() {
    return stages.size() - 2;
  }

  /** The place of the stage after the goal. */
  int evaluation() {
    return stages.size() - 1;
  }

  /** The bit of a driver; none where it is not known. */
  public long bit(String driver) {
    int place = drivers.indexOf(driver);
    return place < 0 ? 0 : 1L << place;
  }

  /** The class that a category belongs to; empty where there is none. */
  Optional<BandRule> band(String category) {
    return bands.stream().filter(band -> band.categories().contains(category)).findFirst();
  }
}
