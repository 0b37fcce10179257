package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import java.util.List;

/**
 * Data quality settings: bounds that sources must meet.
 *
 * @param maxRejectedShare share of a source's rows that may be rejected, 0 to 1
 * @param ratingFrom the lowest rating possible
 * @param ratingTo the highest rating possible
 * @param futureToleranceHours how many hours after the as-of day a row may lie
 * @param change how far data may differ from earlier days
 */
public record QualitySettings(
    double maxRejectedShare,
    double ratingFrom,
    double ratingTo,
    int futureToleranceHours,
    ChangeSettings change) {
  private static final int A_DAY = 24;

  /** Settings with the default bounds on the future and on changes from day to day. */
  public QualitySettings(double maxRejectedShare, double ratingFrom, double ratingTo) {
    this(maxRejectedShare, ratingFrom, ratingTo, A_DAY, ChangeSettings.DEFAULT);
  }

  /** Reads the section {@code quality}. */
  static QualitySettings read(ConfigSection quality) {
    List<Double> scale = quality.range("rating-scale", NumberRules.NUMBER);
    return new QualitySettings(
        quality.one("max-rejected-share", NumberRules.SHARE),
        scale.get(0),
        scale.get(1),
        quality.one("future-tolerance-hours", NumberRules.NONE_OR_MORE),
        ChangeSettings.read(quality));
  }
}
