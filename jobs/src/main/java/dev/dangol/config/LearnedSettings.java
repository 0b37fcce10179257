package dev.dangol.config;

/**
 * Settings of the model that is learned from the customers' own past.
 *
 * @param customers about how many customers it is learned from at most, drawn by their ids
 * @param seed the seed of everything random in it
 */
public record LearnedSettings(int customers, long seed) {
  /** The defaults. */
  public static final LearnedSettings USUAL = new LearnedSettings(20_000, 42);
}
