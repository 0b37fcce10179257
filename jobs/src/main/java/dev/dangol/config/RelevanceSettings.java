package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import java.io.Serializable;

/**
 * Settings of the relevance of a message to the customer who got it.
 *
 * @param windowDays how long what the customer bought, looked at and answered counts
 * @param fatigueDays the days in which messages add up to too many
 * @param fatigueSends how many of them in that time are not too many
 * @param restDays after so many days without a message, the next one is not too soon
 * @param followDays a purchase within so many days of a message follows it
 * @param cut the score from which a message is relevant, 0 to 1
 * @param weights how much each part of the score counts
 * @param spam how many irrelevant messages in a row put a customer at risk
 */
public record RelevanceSettings(
    int windowDays,
    int fatigueDays,
    int fatigueSends,
    int restDays,
    int followDays,
    double cut,
    RelevanceWeights weights,
    SpamSettings spam)
    implements Serializable {

  /**
   * Weights of the parts of the score, each above 0.
   *
   * @param category that of a category which the customer bought or looked at
   * @param response that of their response to messages of the kind
   * @param fatigue that of few messages in the last days
   * @param rest that of days since the last message
   */
  public record RelevanceWeights(double category, double response, double fatigue, double rest)
      implements Serializable {}

  /**
   * Irrelevant messages in a row.
   *
   * @param some from how many on there is some risk
   * @param high from how many on it is high
   */
  public record SpamSettings(int some, int high) implements Serializable {}

  /** Reads the section {@code contacts.relevance}. */
  static RelevanceSettings read(ConfigSection relevance) {
    ConfigSection weights = relevance.section("weights");
    int some = relevance.one("some-risk-after", NumberRules.COUNT);
    int high = relevance.one("high-risk-after", NumberRules.COUNT);
    if (high < some) {
      relevance.fault(
          "high-risk-after",
          relevance.name("high-risk-after")
              + " is smaller than "
              + relevance.name("some-risk-after")
              + ".");
    }
    return new RelevanceSettings(
        relevance.one("window-days", NumberRules.COUNT),
        relevance.one("fatigue-days", NumberRules.COUNT),
        relevance.one("fatigue-sends", NumberRules.COUNT),
        relevance.one("rest-days", NumberRules.COUNT),
        relevance.one("follow-days", NumberRules.COUNT),
        relevance.one("cut", NumberRules.SHARE),
        new RelevanceWeights(
            weights.one("category", NumberRules.WEIGHT),
            weights.one("response", NumberRules.WEIGHT),
            weights.one("fatigue", NumberRules.WEIGHT),
            weights.one("rest", NumberRules.WEIGHT)),
        new SpamSettings(some, high));
  }
}
