package dev.dangol.features.voice;

import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.EngagementEvent;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.table.Field;
import dev.dangol.table.features.DecayColumns;
import java.util.List;

/**
 * Events of a customer, faded with their age.
 *
 * @param halfLife days after which an event counts half
 */
record DecayFold(int halfLife) implements FoldedFamily {
  @Override
  public List<Field> fields() {
    return List.of(DecayColumns.EVENTS);
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new DecayAccumulator(halfLife, asOf);
  }

  /** Accumulator of weights in whole billionths, which add up to the same in any order. */
  private static final class DecayAccumulator implements CustomerAccumulator {
    private static final double BILLION = 1e9;

    private final int halfLife;
    private final int asOf;
    private long billionths;

    DecayAccumulator(int halfLife, int asOf) {
      this.halfLife = halfLife;
      this.asOf = asOf;
    }

    @Override
    public void begin() {
      billionths = 0;
    }

    @Override
    public void event(EngagementEvent event) {
      double age = (double) (asOf - event.day()) / halfLife;
      billionths += Math.round(Math.pow(0.5, age) * BILLION);
    }

    @Override
    public void end(FoldedCells cells) {
      cells.number(billionths / BILLION);
    }
  }
}
