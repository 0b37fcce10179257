package dev.dangol.journey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Log of the messages to a person, which tells a human's responses from a machine's. */
final class MessageLog {
  private static final Comparator<MessageTrace> IN_TIME =
      Comparator.comparingLong(MessageTrace::at).thenComparing(MessageTrace::key);
  private static final Map<String, TraceKind> RESPONSES =
      Map.of("open", TraceKind.OPEN, "click", TraceKind.CLICK);

  private final long machine;
  private final Map<String, MessageTrace> byKey = new HashMap<>();
  private final Map<String, List<MessageTrace>> byCampaign = new HashMap<>();

  /**
   * An empty log.
   *
   * @param machine an open or click sooner after the sending is a machine's, in microseconds
   */
  MessageLog(long machine) {
    this.machine = machine;
  }

  /** Takes messages up in any order, before any response is asked for. */
  void add(TraceItem sent) {
    MessageTrace message = new MessageTrace(sent);
    byKey.put(sent.key(), message);
    if (sent.campaign() != null) {
      byCampaign.computeIfAbsent(sent.campaign(), any -> new ArrayList<>()).add(message);
    }
  }

  /** Orders the messages in time. */
  void close() {
    byCampaign.values().forEach(messages -> messages.sort(IN_TIME));
  }

  Collection<MessageTrace> messages() {
    return byKey.values();
  }

  /** The message that a row is a response to; empty where there is none. */
  Optional<MessageTrace> answered(TraceItem item) {
    if (item.kind().isResponse()) {
      return Optional.ofNullable(byKey.get(item.key()));
    }
    return response(item).isPresent() && item.campaign() != null
        ? newest(byCampaign.getOrDefault(item.campaign(), List.of()), item.at())
        : Optional.empty();
  }

  /** True for a response of a human that is the first of its kind; it is noted. */
  boolean isFirstOfHuman(TraceItem item, MessageTrace message) {
    TraceKind kind = response(item).orElseThrow();
    return !isMachine(item, message) && message.isFirst(kind);
  }

  /** True for an open or click too soon after the sending. */
  boolean isMachine(TraceItem item, MessageTrace message) {
    return response(item).orElseThrow() != TraceKind.REPLY && item.at() - message.at() < machine;
  }

  private static Optional<TraceKind> response(TraceItem item) {
    return item.kind().isResponse()
        ? Optional.of(item.kind())
        : Optional.ofNullable(item.name()).map(RESPONSES::get);
  }

  private static Optional<MessageTrace> newest(List<MessageTrace> messages, long until) {
    int low = 0;
    int high = messages.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (messages.get(middle).at() <= until) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? Optional.empty() : Optional.of(messages.get(low - 1));
  }
}
