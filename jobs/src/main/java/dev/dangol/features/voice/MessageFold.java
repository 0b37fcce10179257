package dev.dangol.features.voice;

import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.FoldedSource;
import dev.dangol.features.fold.TalkRow;
import dev.dangol.features.fold.WindowRings;
import dev.dangol.table.Field;
import dev.dangol.table.features.TalkColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Messages to a customer: how many, what share they answered in which way, and their cost.
 *
 * @param windows in days
 */
record MessageFold(List<Integer> windows) implements FoldedFamily {
  static final long OPENED = 1;
  static final long CLICKED = 1 << 1;
  static final long REPLIED = 1 << 2;
  static final long UNSUBSCRIBED = 1 << 3;
  static final long COMPLAINED = 1 << 4;

  private static final long[] SHARES = {OPENED, CLICKED, REPLIED};
  private static final long[] COUNTS = {UNSUBSCRIBED, COMPLAINED};

  MessageFold {
    windows = List.copyOf(windows);
  }

  @Override
  public List<Field> fields() {
    List<Field> fields =
        new ArrayList<>(
            List.of(
                TalkColumns.MESSAGES_LIFETIME,
                TalkColumns.MESSAGE_OPEN_SHARE,
                TalkColumns.MESSAGE_CLICK_SHARE,
                TalkColumns.MESSAGE_REPLY_SHARE,
                TalkColumns.MESSAGE_UNSUBSCRIBES_LIFETIME,
                TalkColumns.MESSAGE_COMPLAINTS_LIFETIME,
                TalkColumns.MESSAGE_COST_LIFETIME));
    windows.forEach(window -> fields.add(TalkColumns.messages(window)));
    return fields;
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new MessageAccumulator(windows, new WindowRings(asOf, windows));
  }

  /** Accumulator of the messages to one customer. */
  private static final class MessageAccumulator implements CustomerAccumulator {
    private final List<Integer> windows;
    private final WindowRings rings;
    private final long[] sent;

    /** The number of messages with each bit, by its place. */
    private final long[] answered = new long[SHARES.length + COUNTS.length];

    private long cost;

    MessageAccumulator(List<Integer> windows, WindowRings rings) {
      this.windows = windows;
      this.rings = rings;
      this.sent = new long[rings.size()];
    }

    @Override
    public void begin() {
      Arrays.fill(sent, 0);
      Arrays.fill(answered, 0);
      cost = 0;
    }

    @Override
    public void talk(FoldedSource source, TalkRow message) {
      if (source != FoldedSource.MESSAGES) {
        return;
      }
      sent[rings.of(message.day())]++;
      for (int place = 0; place < answered.length; place++) {
        answered[place] += message.is(1L << place) ? 1 : 0;
      }
      if (message.amount() != TalkRow.UNKNOWN) {
        cost = Math.addExact(cost, message.amount());
      }
    }

    @Override
    public void end(FoldedCells cells) {
      long all = rings.sum(sent, 0);
      cells.count(all);
      for (int place = 0; place < SHARES.length; place++) {
        cells.share(answered[place], all);
      }
      for (int place = SHARES.length; place < answered.length; place++) {
        cells.count(answered[place]);
      }
      cells.amount(cost);
      windows.forEach(window -> cells.count(rings.sum(sent, 0, window)));
    }
  }
}
