package dev.dangol.cohorts.profile;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;

import dev.dangol.sql.SqlText;
import dev.dangol.table.results.ProfileColumns;
import org.apache.commons.math3.special.Erf;
import org.apache.spark.sql.Column;

/**
 * Lift of an attribute value: its share among members over its share among everyone, with interval
 * and p-value.
 *
 * <p>The interval is that of the ratio of two independent shares, members' against all others', on
 * the logarithmic scale (Katz, Baptista, Azen and Pike, "Obtaining confidence intervals for the
 * risk ratio in cohort studies", Biometrics 34, 1978), with one half added to each count where one
 * of the two is 0 (Walter, "The distribution of Levin's measure of attributable risk", Biometrika
 * 62, 1975). Since everyone is members and others, the lift is r / (w r + 1 - w) for the ratio r
 * and the members' part w of everyone, and the ends of the interval become those of the lift alike.
 *
 * <p>The p-value is two-sided, by the normal approximation of the hypergeometric distribution with
 * Yates's correction for continuity (Yates, "Contingency tables involving small numbers and the chi
 * squared test", Supplement to the Journal of the Royal Statistical Society 1, 1934): members are
 * drawn from everyone without replacement.
 */
final class AttributeLift {
  /** The normal deviate of a 95 % interval. */
  private static final double DEVIATE = 1.959963984540054;

  private static final Column WITH = number(ProfileColumns.CUSTOMERS.col());
  private static final Column MEMBERS = number(ProfileColumns.MEMBERS_KNOWN.col());
  private static final Column ALL_WITH = number(ProfileColumns.BASE_CUSTOMERS.col());
  private static final Column ALL = number(ProfileColumns.BASE_KNOWN.col());
  private static final Column OTHERS_WITH = ALL_WITH.minus(WITH);
  private static final Column OTHERS = ALL.minus(MEMBERS);
  private static final Column PART = MEMBERS.divide(ALL);

  private AttributeLift() {}

  static Column share() {
    return WITH.divide(MEMBERS);
  }

  static Column baseShare() {
    return ALL_WITH.divide(ALL);
  }

  static Column lift() {
    return share().divide(baseShare());
  }

  static Column low() {
    return when(WITH.equalTo(0), lit(0.0))
        .otherwise(least(lift(), asLift(ratio().multiply(exp(width().multiply(-1))))));
  }

  static Column high() {
    return when(OTHERS_WITH.equalTo(0), ALL.divide(MEMBERS))
        .otherwise(greatest(lift(), asLift(ratio().multiply(exp(width())))));
  }

  /** The expected number of members with the value if they were like everyone. */
  static Column expected() {
    return MEMBERS.multiply(baseShare());
  }

  static Column pValue() {
    Column spread =
        expected()
            .multiply(lit(1.0).minus(baseShare()))
            .multiply(OTHERS)
            .divide(greatest(ALL.minus(1), lit(1.0)));
    Column off = greatest(abs(WITH.minus(expected())).minus(0.5), lit(0.0));
    return when(
            spread.gt(0), SqlText.number(z -> Erf.erfc(z / Math.sqrt(2)), off.divide(sqrt(spread))))
        .otherwise(lit(1.0));
  }

  private static Column ratio() {
    return added(WITH).divide(added(MEMBERS)).divide(added(OTHERS_WITH).divide(added(OTHERS)));
  }

  private static Column width() {
    Column variance =
        inverse(WITH).minus(inverse(MEMBERS)).plus(inverse(OTHERS_WITH)).minus(inverse(OTHERS));
    return sqrt(greatest(variance, lit(0.0))).multiply(DEVIATE);
  }

  private static Column asLift(Column ratio) {
    return ratio.divide(PART.multiply(ratio).plus(lit(1.0).minus(PART)));
  }

  private static Column inverse(Column count) {
    return lit(1.0).divide(added(count));
  }

  private static Column added(Column count) {
    Column empty = WITH.equalTo(0).or(OTHERS_WITH.equalTo(0));
    return count.plus(when(empty, 0.5).otherwise(0.0));
  }

  private static Column number(Column count) {
    return count.cast("double");
  }
}
