package dev.dangol.sample.people;

import dev.dangol.problem.BadSetting;
import java.io.Serializable;

/**
 * Size and seed of the shop to write.
 *
 * @param customers how many people it knows, at least {@value #FEWEST}: fewer are not a business
 * @param seed the seed of everything random; the same seed gives the same rows
 */
public record SampleSize(long customers, long seed) implements Serializable {
  /** The smallest shop in which every kind of file has rows. */
  public static final long FEWEST = 100;

  public SampleSize {
    if (customers < FEWEST) {
      throw new BadSetting(
          "A sample needs at least "
              + FEWEST
              + " customers, not "
              + customers
              + ": give a larger number with --customers.");
    }
  }
}
