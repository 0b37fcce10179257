package dev.dangol.contacts;

import java.util.ArrayDeque;
import java.util.Deque;

/** History of the messages of one kind to a customer within a window, and of their responses. */
final class MessageKindHistory {
  private final long window;
  private final Deque<SentMessage> sent = new ArrayDeque<>();
  private long answered;

  /**
   * An empty history.
   *
   * @param window microseconds
   */
  MessageKindHistory(long window) {
    this.window = window;
  }

  void add(SentMessage message) {
    sent.add(message);
  }

  void answer(SentMessage message) {
    if (message.answer()) {
      answered++;
    }
  }

  /** True where the window holds no message; to be asked after the share, which moves it. */
  boolean isEmpty() {
    return sent.isEmpty();
  }

  /** The share that was responded to, by Laplace's rule: 0.5 where nothing was sent. */
  double share(long now) {
    while (!sent.isEmpty() && sent.peek().message().at() < now - window) {
      if (sent.remove().forget()) {
        answered--;
      }
    }
    return (answered + 1.0) / (sent.size() + 2.0);
  }
}
