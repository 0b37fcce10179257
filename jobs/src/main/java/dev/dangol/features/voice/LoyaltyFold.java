package dev.dangol.features.voice;

import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.FoldedSource;
import dev.dangol.features.fold.TalkRow;
import dev.dangol.table.Field;
import dev.dangol.table.features.LoyaltyColumns;
import java.util.Arrays;
import java.util.List;

/**
 * Loyalty programme of a customer: whether they take part, and the worth of what moved. A customer
 * who leaves at the very moment of something else has left.
 */
record LoyaltyFold() implements FoldedFamily {
  /** Kinds of movements by the places of their bits; those that have a worth come first. */
  static final List<String> KINDS = List.of("earn", "redeem", "benefit", "join", "leave");

  private static final int WORTH = 3;
  private static final int LEAVE = 4;

  @Override
  public List<Field> fields() {
    return List.of(
        LoyaltyColumns.LOYALTY_MEMBER,
        LoyaltyColumns.LOYALTY_EARNED,
        LoyaltyColumns.LOYALTY_REDEEMED,
        LoyaltyColumns.LOYALTY_BENEFITS);
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new LoyaltyAccumulator();
  }

  /** Accumulator of the movements of one customer. */
  private static final class LoyaltyAccumulator implements CustomerAccumulator {
    private static final long NEVER = Long.MIN_VALUE;

    private final long[] worth = new long[WORTH];
    private long tookPart;
    private long left;

    @Override
    public void begin() {
      Arrays.fill(worth, 0);
      tookPart = NEVER;
      left = NEVER;
    }

    @Override
    public void talk(FoldedSource source, TalkRow movement) {
      if (source != FoldedSource.LOYALTY) {
        return;
      }
      for (int kind = 0; kind < LEAVE; kind++) {
        if (movement.is(1L << kind)) {
          tookPart = Math.max(tookPart, movement.moment());
          if (kind < WORTH && movement.amount() != TalkRow.UNKNOWN) {
            worth[kind] = Math.addExact(worth[kind], movement.amount());
          }
        }
      }
      if (movement.is(1L << LEAVE)) {
        left = Math.max(left, movement.moment());
      }
    }

    @Override
    public void end(FoldedCells cells) {
      cells.flag(tookPart > left);
      for (long amount : worth) {
        cells.amount(amount);
      }
    }
  }
}
