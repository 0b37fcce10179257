package dev.dangol.config;

/**
 * Data quality settings: bounds that sources must meet.
 *
 * @param maxRejectedShare share of a source's rows that may be rejected, 0 to 1
 * @param ratingFrom the lowest rating possible
 * @param ratingTo the highest rating possible
 * @param change how far data may differ from earlier days
 */
public record QualitySettings(
    double maxRejectedShare, double ratingFrom, double ratingTo, ChangeSettings change) {

  /** Settings with the default bounds on changes from day to day. */
  public QualitySettings(double maxRejectedShare, double ratingFrom, double ratingTo) {
    this(maxRejectedShare, ratingFrom, ratingTo, ChangeSettings.DEFAULT);
  }
}
