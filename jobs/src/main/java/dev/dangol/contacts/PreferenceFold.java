package dev.dangol.contacts;

import dev.dangol.config.BusinessHoursSettings;
import dev.dangol.contacts.ContactFact.PreferenceFact;
import dev.dangol.contacts.ContactFact.SendFact;
import dev.dangol.contacts.ContactFact.SendTotals;
import dev.dangol.probability.WilsonInterval;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Fold of a customer's messages to the responses by facet and value. */
final class PreferenceFold {
  static final String CHANNEL = "channel";
  static final String HOUR = "hour";
  private static final String BETWEEN = ":";

  private final Map<String, Long> sentBy = new TreeMap<>();
  private final Map<String, Long> respondedBy = new TreeMap<>();
  private long sends;
  private long responded;

  private PreferenceFold() {}

  /** The responses to messages; empty without a message. */
  static Optional<PreferenceFact> of(List<SendFact> messages, int minResponses) {
    if (messages.isEmpty()) {
      return Optional.empty();
    }
    PreferenceFold fold = new PreferenceFold();
    messages.forEach(fold::add);
    Optional<String> hour = fold.best(HOUR, minResponses);
    return Optional.of(
        new PreferenceFact(
            fold.best(CHANNEL, minResponses),
            hour.map(text -> OptionalInt.of(Integer.parseInt(text))).orElse(OptionalInt.empty()),
            fold.sentBy,
            fold.respondedBy,
            new SendTotals(fold.sends, fold.responded)));
  }

  private void add(SendFact message) {
    CustomerSignal.SignalSubject subject = message.message().subject();
    CustomerSignal.SignalTimes times = message.message().times();
    boolean answered = message.response().any();
    sends++;
    responded += answered ? 1 : 0;
    count(CHANNEL, subject.channel(), answered);
    count(HOUR, String.valueOf(times.hour()), answered);
    count("weekday", BusinessHoursSettings.name(DayOfWeek.of(times.weekday() + 1)), answered);
    count("promotion_type", subject.promotionType(), answered);
    count("creative", subject.creative(), answered);
    count("category", subject.category(), answered);
  }

  private void count(String facet, String value, boolean answered) {
    if (value != null) {
      sentBy.merge(facet + BETWEEN + value, 1L, Long::sum);
      respondedBy.merge(facet + BETWEEN + value, answered ? 1L : 0L, Long::sum);
    }
  }

  /** The value whose share of responses is surely the highest; empty with too few responses. */
  private Optional<String> best(String facet, int minResponses) {
    String prefix = facet + BETWEEN;
    return sentBy.keySet().stream()
        .filter(key -> key.startsWith(prefix) && respondedBy.get(key) >= minResponses)
        .max(Comparator.comparingDouble(this::surely).thenComparing(Comparator.reverseOrder()))
        .map(key -> key.substring(prefix.length()));
  }

  private double surely(String key) {
    return WilsonInterval.of(respondedBy.get(key), sentBy.get(key)).low();
  }
}
