package dev.dangol.ranks;

import java.io.Serializable;
import java.util.List;

/**
 * Bands that cut points part the values of a measure into, the worst first.
 *
 * @param cuts the value from which the next band begins, in the order of the bands; not a number
 *     where no value is in it
 * @param lessIsBetter true where values up to a cut point are in the next band, rather than those
 *     from it on
 */
public record RankBands(List<Double> cuts, boolean lessIsBetter) implements Serializable {
  private static final long serialVersionUID = 1L;

  public RankBands {
    cuts = List.copyOf(cuts);
  }

  /** The number of the value's band, from 0. */
  int band(double value) {
    return (int) cuts.stream().filter(cut -> reaches(value, cut)).count();
  }

  private boolean reaches(double value, double cut) {
    return lessIsBetter ? value <= cut : value >= cut;
  }
}
