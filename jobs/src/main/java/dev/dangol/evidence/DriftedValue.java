package dev.dangol.evidence;

import dev.dangol.table.RowReader;
import dev.dangol.table.results.ProfileColumns;
import org.apache.commons.math3.special.Erf;

/**
 * Value of an attribute in two profiles of a cohort. Compared are the logarithms of the ratio of
 * its share among members to that among all others, with their variances (Katz, Baptista, Azen and
 * Pike, Biometrics 34, 1978). The days are taken as independent: they share customers, which makes
 * a difference look smaller against chance than it is, and never larger.
 *
 * @param name facet/attribute=value
 * @param pValue the chance of a difference as large, were both days alike; 1 where it has none
 */
record DriftedValue(String name, double pValue) {
  /** Logarithm of a ratio with its variance. */
  private record LogRatio(double value, double variance) {
    static LogRatio of(RowReader cells) {
      double with = cells.count(ProfileColumns.CUSTOMERS);
      double members = cells.count(ProfileColumns.MEMBERS_KNOWN);
      double othersWith = cells.count(ProfileColumns.BASE_CUSTOMERS) - with;
      double others = cells.count(ProfileColumns.BASE_KNOWN) - members;
      double added = with == 0 || othersWith == 0 ? 0.5 : 0;
      double ratio = (with + added) / (members + added) / ((othersWith + added) / (others + added));
      double variance =
          1 / (with + added)
              - 1 / (members + added)
              + 1 / (othersWith + added)
              - 1 / (others + added);
      return new LogRatio(Math.log(ratio), Math.max(0, variance));
    }
  }

  static DriftedValue of(RowReader before, RowReader now) {
    LogRatio one = LogRatio.of(before);
    LogRatio other = LogRatio.of(now);
    double deviate =
        Math.abs(other.value() - one.value()) / Math.sqrt(one.variance() + other.variance());
    return new DriftedValue(
        name(now), Double.isFinite(deviate) ? Erf.erfc(deviate / Math.sqrt(2)) : 1);
  }

  static String name(RowReader cells) {
    return cells.text(ProfileColumns.FACET).orElseThrow()
        + "/"
        + cells.text(ProfileColumns.ATTRIBUTE).orElseThrow()
        + "="
        + cells.text(ProfileColumns.VALUE).orElseThrow();
  }
}
