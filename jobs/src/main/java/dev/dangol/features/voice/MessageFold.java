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

    private final BitCounts answered =
        new BitCounts(OPENED, CLICKED, REPLIED, UNSUBSCRIBED, COMPLAINED);
    private long cost;

    MessageAccumulator(List<Integer> windows, WindowRings rings) {
      this.windows = windows;
      this.rings = rings;
      this.sent = new long[rings.size()];
    }

    @Override
    public void begin() {
      Arrays.fill(sent, 0);
      answered.clear();
      cost = 0;
    }

    @Override
    public void talk(FoldedSource source, TalkRow message) {
      if (source != FoldedSource.MESSAGES) {
        return;
      }
      sent[rings.of(message.day())]++;
      answered.add(message);
      if (message.amount() != TalkRow.UNKNOWN) {
        cost = Math.addExact(cost, message.amount());
      }
    }

    @Override
    public void end(FoldedCells cells) {
      long all = rings.sum(sent, 0);
      cells.count(all);
      cells.share(answered.of(OPENED), all);
      cells.share(answered.of(CLICKED), all);
      cells.share(answered.of(REPLIED), all);
      cells.count(answered.of(UNSUBSCRIBED));
      cells.count(answered.of(COMPLAINED));
      cells.amount(cost);
      windows.forEach(window -> cells.count(rings.sum(sent, 0, window)));
    }
  }
}
