package dev.dangol.contacts;

import dev.dangol.contacts.ContactFact.SendResponse;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Message that was sent, with its human responses so far. */
final class SentMessage {
  private final CustomerSignal message;
  private final MessageScore score;
  private boolean opened;
  private boolean clicked;
  private boolean replied;
  private boolean answered;
  private boolean forgotten;
  private boolean bought;

  SentMessage(CustomerSignal message, MessageScore score) {
    this.message = message;
    this.score = score;
  }

  /** A response that comes at a later time. */
  private record LaterResponse(long at, MessageKindHistory kind, SentMessage sent) {}

  /** Queue of responses, of which those before a sending are known at it. */
  static final class LaterResponses {
    private final PriorityQueue<LaterResponse> queue =
        new PriorityQueue<>(Comparator.comparingLong(LaterResponse::at));

    void add(long at, MessageKindHistory kind, SentMessage sent) {
      if (at != CustomerSignal.NEVER) {
        queue.add(new LaterResponse(at, kind, sent));
      }
    }

    void knownBefore(long at) {
      while (!queue.isEmpty() && queue.peek().at() < at) {
        LaterResponse response = queue.remove();
        response.kind().answer(response.sent());
      }
    }
  }

  CustomerSignal message() {
    return message;
  }

  MessageScore score() {
    return score;
  }

  /** True where the customer bought in the days that followed. */
  boolean bought() {
    return bought;
  }

  /** Notes a purchase in the days that follow. */
  void buy() {
    bought = true;
  }

  SendResponse response() {
    return new SendResponse(opened, clicked, replied);
  }

  void open() {
    opened = true;
  }

  void click() {
    clicked = true;
  }

  void reply() {
    replied = true;
  }

  /**
   * Notes that a response is known; false where one was known before, or the message is too old.
   */
  boolean answer() {
    boolean counts = !answered && !forgotten;
    answered = true;
    return counts;
  }

  /** Leaves the window; true where a response to it was counted. */
  boolean forget() {
    forgotten = true;
    return answered;
  }
}
