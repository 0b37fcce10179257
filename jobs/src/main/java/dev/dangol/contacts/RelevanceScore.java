package dev.dangol.contacts;

import dev.dangol.config.RelevanceSettings;
import dev.dangol.config.RelevanceSettings.RelevanceWeights;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Relevance score of messages to one customer, 0 to 1, by what was known at each sending. It is the
 * mean of its parts by their weights; those that are not known are left out. Interests older than
 * the window are no interests now: what is sent to customers who have gone silent concerns them
 * less, and not as much as if nothing were known.
 */
final class RelevanceScore {
  private final RelevanceSettings settings;
  private final Map<String, Long> interests = new HashMap<>();
  private final Deque<Long> recent = new ArrayDeque<>();
  private boolean hasInterests;
  private long sentAt = CustomerSignal.NEVER;

  RelevanceScore(RelevanceSettings settings) {
    this.settings = settings;
  }

  /** Notes that they bought of a category, or looked at it. */
  void showInterest(String category, long at) {
    if (category != null) {
      interests.put(category, at);
      hasInterests = true;
    }
  }

  /**
   * The score of a message, which counts as sent from then on.
   *
   * @param kind the earlier messages of its kind
   */
  MessageScore next(CustomerSignal message, MessageKindHistory kind) {
    long now = message.at();
    RelevanceWeights weights = settings.weights();
    double sum = weights.response() * kind.share(now) + weights.fatigue() * freshness(now);
    double weight = weights.response() + weights.fatigue();
    boolean showedInterest = message.subject().category() != null && hasInterests;
    if (showedInterest) {
      boolean fits = isKnown(interests.get(message.subject().category()), now);
      sum += fits ? weights.category() : 0;
      weight += weights.category();
    }
    if (sentAt != CustomerSignal.NEVER) {
      double days = (double) (now - sentAt) / FoldRules.DAY;
      sum += weights.rest() * Math.min(1, days / settings.restDays());
      weight += weights.rest();
    }
    sentAt = now;
    return new MessageScore(sum / weight, showedInterest || !kind.isEmpty());
  }

  /** 1 where there are not too many messages in the last days, this one included, else less. */
  private double freshness(long now) {
    long from = now - settings.fatigueDays() * FoldRules.DAY;
    while (!recent.isEmpty() && recent.peek() < from) {
      recent.remove();
    }
    recent.add(now);
    return Math.min(1, (double) settings.fatigueSends() / recent.size());
  }

  private boolean isKnown(Long at, long now) {
    return at != null && at >= now - settings.windowDays() * FoldRules.DAY;
  }
}
