package dev.dangol.effects;

/**
 * Sums over the customers of one arm in one stratum.
 *
 * <p>They are of the covariates and the outcome, and of the products of each two of these.
 */
final class ArmSums {
  /** The covariates, then the outcome. */
  static final int WIDTH = PriorHistory.SIZE + 1;

  /** The place of the outcome. */
  static final int OUTCOME = PriorHistory.SIZE;

  /** The number of all sums. */
  static final int PARTS = WIDTH + WIDTH * WIDTH;

  private long customers;
  private final double[] parts = new double[PARTS];

  /** Adds a customer. */
  void add(double value, double[] covariates) {
    customers++;
    for (int row = 0; row < WIDTH; row++) {
      double one = row == OUTCOME ? value : covariates[row];
      parts[row] += one;
      for (int column = 0; column < WIDTH; column++) {
        parts[WIDTH + row * WIDTH + column] +=
            one * (column == OUTCOME ? value : covariates[column]);
      }
    }
  }

  /** Adds sums. */
  void add(ArmSums other) {
    addParts(other.customers, other.parts);
  }

  /** Adds sums, given as their parts. */
  void addParts(long more, double[] others) {
    customers += more;
    for (int place = 0; place < PARTS; place++) {
      parts[place] += others[place];
    }
  }

  /** The sums in one list. */
  double[] parts() {
    return parts.clone();
  }

  long customers() {
    return customers;
  }

  /** The mean outcome. */
  double mean() {
    return mean(OUTCOME);
  }

  /** The mean of a covariate, or of the outcome. */
  double mean(int place) {
    return parts[place] / customers;
  }

  /** Products of the distances of two of them from their means, added up. */
  double deviation(int one, int other) {
    return parts[WIDTH + one * WIDTH + other] - parts[one] * parts[other] / customers;
  }

  /** The variance of a covariate. */
  double variance(int place) {
    return Math.max(0, deviation(place, place) / customers);
  }
}
