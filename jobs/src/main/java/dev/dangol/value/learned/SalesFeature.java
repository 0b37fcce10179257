package dev.dangol.value.learned;

import java.util.Locale;

/**
 * Features of a customer's purchase days up to a cut, from which later net sales are learned. Their
 * order is that of the numbers in a vector.
 */
public enum SalesFeature {
  /** Days from the first purchase day to the cut. */
  AGE_DAYS(FeatureKind.COUNT),
  /** Days from the latest purchase day to the cut. */
  SILENT_DAYS(FeatureKind.COUNT),
  /** Purchase days. */
  PURCHASE_DAYS(FeatureKind.COUNT),
  /** Purchase days of the last 30 days. */
  PURCHASE_DAYS_30(FeatureKind.COUNT),
  /** Purchase days of the last 90 days. */
  PURCHASE_DAYS_90(FeatureKind.COUNT),
  /** Purchase days of the last 365 days. */
  PURCHASE_DAYS_365(FeatureKind.COUNT),
  /** Purchase days of a span as long as the one that is predicted, just before the cut. */
  PURCHASE_DAYS_SPAN(FeatureKind.COUNT),
  /** Net sales since the first purchase. */
  NET_SALES(FeatureKind.AMOUNT),
  /** Net sales of the last 30 days. */
  NET_SALES_30(FeatureKind.AMOUNT),
  /** Net sales of the last 90 days. */
  NET_SALES_90(FeatureKind.AMOUNT),
  /** Net sales of the last 365 days. */
  NET_SALES_365(FeatureKind.AMOUNT),
  /** Net sales of a span as long as the one that is predicted, just before the cut. */
  NET_SALES_SPAN(FeatureKind.AMOUNT),
  /** Net sales of the span that is predicted, one year of 365 days earlier. */
  NET_SALES_SEASON(FeatureKind.AMOUNT),
  /** Mean net sales of a purchase day. */
  MEAN_VALUE(FeatureKind.AMOUNT),
  /** Mean net sales of a purchase day after the first; 0 without one. */
  REPEAT_VALUE(FeatureKind.AMOUNT),
  /** Net sales of the latest purchase day. */
  LAST_VALUE(FeatureKind.AMOUNT),
  /** The largest net sales of a day. */
  LARGEST_VALUE(FeatureKind.AMOUNT),
  /** Net sales since the first purchase for each day of age, the first included. */
  DAILY_SALES(FeatureKind.AMOUNT),
  /** Mean days between purchase days; the age where there is one. */
  MEAN_GAP(FeatureKind.COUNT),
  /** Days between the last two purchase days; the age where there is one. */
  LAST_GAP(FeatureKind.COUNT),
  /** The standard deviation of the days between purchase days; 0 with fewer than two gaps. */
  GAP_SPREAD(FeatureKind.COUNT),
  /** Silent days for each day of the mean gap, one added to both. */
  SILENCE_RATIO(FeatureKind.COUNT),
  /** Purchase days of the last span beside those that the whole age makes likely, in logarithms. */
  TREND(FeatureKind.RATIO);

  private final FeatureKind kind;

  SalesFeature(FeatureKind kind) {
    this.kind = kind;
  }

  /** The scale on which a feature is learned from. */
  enum FeatureKind {
    COUNT,
    AMOUNT,
    RATIO
  }

  /** The name in small letters. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value on the scale that is learned from: counts and amounts in logarithms. */
  double scaled(double raw, double unit) {
    return switch (kind) {
      case COUNT -> Math.log1p(raw);
      case AMOUNT -> Math.log1p(Math.max(raw, 0) / unit);
      case RATIO -> raw;
    };
  }

  /** This feature of a vector. */
  public double in(double[] vector) {
    return vector[place()];
  }

  /** The place of this feature in a vector. */
  @SuppressWarnings("EnumOrdinal")
  int place() {
    return ordinal();
  }
}
