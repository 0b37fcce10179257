package dev.dangol.features.purchases;

import dev.dangol.features.fold.CustomerAccumulator;
import dev.dangol.features.fold.DeliveredLine;
import dev.dangol.features.fold.FoldedCells;
import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.table.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** Purchases of products while these were new, of those that others then took to. */
final class EarlyBuyerFold implements FoldedFamily {
  static final Field EARLY_BUYER =
      Field.flag(
          "_early_buyer",
          "True for who bought a product while it was new that others then bought.");

  private static final long serialVersionUID = 1L;

  private final HashMap<UTF8String, Integer> newUntil;

  /**
   * A family.
   *
   * @param newUntil by product that others took to, the first day on which it was no longer new, in
   *     days since 1970
   */
  EarlyBuyerFold(Map<UTF8String, Integer> newUntil) {
    this.newUntil = new HashMap<>(newUntil);
  }

  @Override
  public List<Field> fields() {
    return List.of(EARLY_BUYER);
  }

  @Override
  public CustomerAccumulator open(int asOf) {
    return new EarlyAccumulator(newUntil);
  }

  /** Accumulator that remembers one such purchase. */
  private static final class EarlyAccumulator implements CustomerAccumulator {
    private final Map<UTF8String, Integer> newUntil;
    private boolean early;

    EarlyAccumulator(Map<UTF8String, Integer> newUntil) {
      this.newUntil = newUntil;
    }

    @Override
    public void begin() {
      early = false;
    }

    @Override
    public void delivery(DeliveredLine line) {
      UTF8String product = line.product();
      if (early || product == null || !line.isBought() || !line.isKnown(FoldedDay.DESCRIBED)) {
        return;
      }
      Integer until = newUntil.get(product);
      early = until != null && line.day() < until;
    }

    @Override
    public void end(FoldedCells cells) {
      cells.flag(early);
    }
  }
}
