package dev.dangol.contacts;

import java.util.List;

/**
 * Relevance of messages by the words of its definition: each looks back at all that came before.
 */
final class NaiveRelevance {
  private static final long WINDOW = 180 * FoldRules.DAY;
  private static final long MACHINE = 10 * FoldRules.SECOND;

  private final List<CustomerSignal> signals;

  NaiveRelevance(List<CustomerSignal> signals) {
    this.signals = signals;
  }

  private List<CustomerSignal> sends() {
    return signals.stream().filter(signal -> signal.kind() == SignalKind.SEND).toList();
  }

  /** The instant of the first human response to a message, or never. */
  long responded(CustomerSignal message) {
    CustomerSignal.SignalTimes own = message.times();
    long first = own.replied();
    for (long at : new long[] {own.first(), own.clicked()}) {
      first = at - message.at() >= MACHINE ? Math.min(first, at) : first;
    }
    for (CustomerSignal event : signals) {
      boolean responds = event.kind() == SignalKind.OPEN || event.kind() == SignalKind.CLICK;
      if (responds && message.equals(newest(event)) && event.at() - message.at() >= MACHINE) {
        first = Math.min(first, event.at());
      }
    }
    return first;
  }

  private CustomerSignal newest(CustomerSignal event) {
    return sends().stream()
        .filter(sent -> event.subject().campaign().equals(sent.subject().campaign()))
        .filter(sent -> sent.at() <= event.at())
        .reduce((one, other) -> other)
        .orElse(null);
  }

  boolean known(CustomerSignal message) {
    return !interests(message.at()).isEmpty() || !kind(message).isEmpty();
  }

  boolean bought(CustomerSignal message, long days) {
    return signals.stream()
        .filter(signal -> signal.kind() == SignalKind.PURCHASE)
        .anyMatch(
            signal ->
                signal.at() > message.at() && signal.at() <= message.at() + days * FoldRules.DAY);
  }

  private List<CustomerSignal> kind(CustomerSignal message) {
    return sends().subList(0, sends().indexOf(message)).stream()
        .filter(sent -> sent.at() >= message.at() - WINDOW)
        .filter(sent -> sent.subject().promotionType().equals(message.subject().promotionType()))
        .toList();
  }

  private List<CustomerSignal> interests(long now) {
    return signals.stream()
        .filter(signal -> signal.kind() == SignalKind.LOOK || signal.kind() == SignalKind.PURCHASE)
        .filter(signal -> signal.at() < now)
        .toList();
  }

  double score(CustomerSignal message) {
    long now = message.at();
    int place = sends().indexOf(message);
    List<CustomerSignal> before = sends().subList(0, place);
    List<CustomerSignal> kind = kind(message);
    long answers = kind.stream().filter(sent -> responded(sent) < now).count();
    long recent = before.stream().filter(sent -> sent.at() >= now - 7 * FoldRules.DAY).count();
    double sum = 2 * (answers + 1.0) / (kind.size() + 2.0) + Math.min(1, 3.0 / (recent + 1));
    double weight = 3;
    List<CustomerSignal> interests = interests(now);
    if (!interests.isEmpty()) {
      String about = message.subject().category();
      weight += 3;
      boolean fits =
          interests.stream()
              .filter(signal -> signal.at() >= now - WINDOW)
              .anyMatch(signal -> signal.subject().category().equals(about));
      sum += fits ? 3 : 0;
    }
    if (place > 0) {
      double days = (double) (now - before.get(place - 1).at()) / FoldRules.DAY;
      weight += 1;
      sum += Math.min(1, days / 3);
    }
    return sum / weight;
  }
}
