package dev.dangol.journey;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;

/** Message to a person: its cost, and the responses to it that were seen so far. */
final class MessageTrace {
  private final TraceItem sent;
  private final Set<TraceKind> responses = EnumSet.noneOf(TraceKind.class);
  private final BitSet placed = new BitSet();

  MessageTrace(TraceItem sent) {
    this.sent = sent;
  }

  long at() {
    return sent.at();
  }

  String key() {
    return sent.key();
  }

  String channel() {
    return sent.channel();
  }

  long cost() {
    return sent.amount();
  }

  /** Notes a response; false where there was one of the kind before. */
  boolean isFirst(TraceKind response) {
    return responses.add(response);
  }

  /** Notes that its cost has a place in the journeys of a goal; false where it had one before. */
  boolean place(int goal) {
    boolean before = placed.get(goal);
    placed.set(goal);
    return !before;
  }
}
