package dev.dangol.features.purchases;

import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.DeliveredLine;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.ranks.GroupRanks;
import dev.dangol.table.Field;
import dev.dangol.table.features.SatisfactionColumns;
import java.util.List;

/**
 * Percentile rank of the prices that a customer pays, as known on a day. It is the mean over their
 * lines, 0 to 1, and nothing without a priced line. The rank of a line is the mid-rank of its unit
 * price among the lines of its category.
 *
 * @param day the day of the pass by which lines are known
 * @param ranks the ranks of prices among the lines known by then
 */
public record PriceFold(FoldedDay day, GroupRanks ranks) implements FoldedFamily {
  /** Ranks are added up as whole numbers of this part of one: the same sum in any order. */
  private static final double PARTS = 1e10;

  @Override
  public List<Field> fields() {
    return List.of(day.of(SatisfactionColumns.PRICE_RANK));
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new PriceAccumulator(day, ranks);
  }

  /** Accumulator of the ranks of one customer's lines. */
  private static final class PriceAccumulator implements CustomerAccumulator {
    private final FoldedDay day;
    private final GroupRanks ranks;
    private long sum;
    private long lines;

    PriceAccumulator(FoldedDay day, GroupRanks ranks) {
      this.day = day;
      this.ranks = ranks;
    }

    @Override
    public void begin() {
      sum = 0;
      lines = 0;
    }

    @Override
    public void delivery(DeliveredLine line) {
      if (line.isKnown(day) && line.isPriced()) {
        sum += (long) Math.rint(ranks.midRank(line.category(), line.unitPrice()) * PARTS);
        lines++;
      }
    }

    @Override
    public void end(FoldedCells cells) {
      if (lines == 0) {
        cells.none();
      } else {
        cells.number(sum / PARTS / lines);
      }
    }
  }
}
