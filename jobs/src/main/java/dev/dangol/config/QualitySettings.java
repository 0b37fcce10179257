package dev.dangol.config;

/**
 * What data must hold.
 *
 * @param maxRejectedShare share of a source's rows that may be rejected, 0 to 1
 * @param ratingFrom the lowest rating possible
 * @param ratingTo the highest rating possible
 * @param change how far it may differ from earlier days
 */
public record QualitySettings(
    double maxRejectedShare, double ratingFrom, double ratingTo, ChangeSettings change) {

  /** Changes from day to day as they are judged by default. */
  public QualitySettings(double maxRejectedShare, double ratingFrom, double ratingTo) {
    this(maxRejectedShare, ratingFrom, ratingTo, ChangeSettings.DEFAULT);
  }
}
