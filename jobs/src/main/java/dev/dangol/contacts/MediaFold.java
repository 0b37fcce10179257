package dev.dangol.contacts;

import dev.dangol.contacts.ContactFact.MediaFact;
import dev.dangol.contacts.ContactFact.SendFact;
import dev.dangol.contacts.ContactFact.SendTotals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fold of a customer's messages and purchases, in order of time, to the channels that reached them.
 * A purchase counts for the channel of the latest message before it alone, so that no purchase is
 * counted twice.
 */
final class MediaFold {
  /** A message and what is bought up to so long after it belong together. */
  private static final long AFTER = 30 * FoldRules.DAY;

  private final Map<String, ChannelTally> channels = new HashMap<>();
  private ChannelTally latest;
  private long sentAt;
  private long boughtAt = Long.MIN_VALUE;

  /** Tally of one channel. */
  private static final class ChannelTally {
    private long sent;
    private long responded;
    private long orders;
    private long cost = CustomerSignal.UNKNOWN;

    void addCost(long more) {
      if (more != CustomerSignal.UNKNOWN) {
        cost = cost == CustomerSignal.UNKNOWN ? more : Math.addExact(cost, more);
      }
    }
  }

  void add(CustomerSignal signal) {
    if (signal.kind() == SignalKind.SEND) {
      latest = tally(signal.subject().channel());
      latest.sent++;
      latest.addCost(signal.cost());
      sentAt = signal.at();
    } else if (signal.kind() == SignalKind.PURCHASE && signal.at() != boughtAt) {
      boughtAt = signal.at();
      if (latest != null && boughtAt - sentAt <= AFTER) {
        latest.orders++;
      }
    }
  }

  private ChannelTally tally(String channel) {
    return channels.computeIfAbsent(channel, name -> new ChannelTally());
  }

  /**
   * The channels in which messages were sent, in the order of their names, that without one first.
   *
   * @param messages the same messages with their responses
   */
  List<MediaFact> facts(List<SendFact> messages) {
    for (SendFact message : messages) {
      tally(message.message().subject().channel()).responded += message.response().any() ? 1 : 0;
    }
    List<MediaFact> facts = new ArrayList<>();
    channels.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.nullsFirst(Comparator.naturalOrder())))
        .forEach(
            entry -> {
              ChannelTally tally = entry.getValue();
              SendTotals totals = new SendTotals(tally.sent, tally.responded);
              facts.add(new MediaFact(entry.getKey(), totals, tally.orders, tally.cost));
            });
    return facts;
  }
}
