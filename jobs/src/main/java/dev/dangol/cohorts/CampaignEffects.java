package dev.dangol.cohorts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.sql.SqlText;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.UpliftColumns;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Treatment effects of campaigns with 95 % confidence intervals, by intention to treat. An effect
 * is the mean outcome of the customers that a campaign was meant for, less that of the control
 * customers that it was to leave alone, whoever was reached. Two proportions get Newcombe's hybrid
 * score interval (Statistics in Medicine 17, 1998, method 10), two means Welch's (Biometrika 34,
 * 1947).
 */
public final class CampaignEffects {
  private static final List<String> PROPORTIONS = List.of("visit", "conversion");

  /** The normal quantile that leaves 2.5 % above it. */
  private static final double QUANTILE = 1.959963984540054;

  /** Sums of doubles differ in their last digits from one order of the rows to another. */
  private static final int DIGITS = 12;

  private CampaignEffects() {}

  /**
   * One row per campaign, cohort and outcome, of campaigns that reached at least one customer of
   * the arm treat.
   *
   * @param customers one row per campaign, cohort and customer: their arm, whether they got a
   *     message, and their outcomes
   */
  public static Dataset<Row> of(Dataset<Row> customers) {
    return effects(countArms(customers))
        .where(UpliftColumns.TREATED_MESSAGED.col().gt(0))
        .select(UpliftColumns.UPLIFT.fields().stream().map(Field::col).toArray(Column[]::new));
  }

  /** Customers of each arm counted, with the sums of their outcomes and of the squares of these. */
  static Dataset<Row> countArms(Dataset<Row> customers) {
    Column treated = UpliftColumns.ARM.col().equalTo(UpliftColumns.TREAT);
    Column control = UpliftColumns.ARM.col().equalTo(UpliftColumns.CONTROL);
    Column messaged = UpliftColumns.MESSAGED.col();
    Column value = UpliftColumns.VALUE.col();
    Column square = value.multiply(value);
    return outcomes(customers)
        .groupBy(
            UpliftColumns.CAMPAIGN.col(),
            SharedColumns.COHORT.col(),
            UpliftColumns.OUTCOME.col(),
            UpliftColumns.BEGAN_ON.col())
        .agg(
            UpliftColumns.TREATED.is(count_if(treated)),
            UpliftColumns.CONTROLS.is(count_if(control)),
            UpliftColumns.TREATED_MESSAGED.is(count_if(treated.and(messaged))),
            UpliftColumns.CONTROLS_MESSAGED.is(count_if(control.and(messaged))),
            UpliftColumns.TREATED_SUM.is(sum(when(treated, value))),
            UpliftColumns.TREATED_SQUARES.is(sum(when(treated, square))),
            UpliftColumns.CONTROL_SUM.is(sum(when(control, value))),
            UpliftColumns.CONTROL_SQUARES.is(sum(when(control, square))));
  }

  /** One row per customer of an arm and measured outcome. */
  private static Dataset<Row> outcomes(Dataset<Row> customers) {
    return customers
        .select(
            UpliftColumns.CAMPAIGN.col(),
            SharedColumns.COHORT.col(),
            UpliftColumns.BEGAN_ON.col(),
            UpliftColumns.ARM.col(),
            UpliftColumns.MESSAGED.col(),
            inline(
                array(
                    outcome("visit", UpliftColumns.VISITED.col().cast("int")),
                    outcome("conversion", UpliftColumns.BOUGHT.col().gt(0).cast("int")),
                    outcome("orders", UpliftColumns.BOUGHT.col()),
                    outcome("net_sales", UpliftColumns.PAID.col()))))
        .where(UpliftColumns.VALUE.col().isNotNull());
  }

  private static Column outcome(String name, Column value) {
    return struct(UpliftColumns.OUTCOME.is(lit(name)), UpliftColumns.VALUE.is(value));
  }

  /** The counts with the difference of the arms and its interval. */
  static Dataset<Row> effects(Dataset<Row> counted) {
    ArmTotals treated =
        new ArmTotals(
            UpliftColumns.TREATED, UpliftColumns.TREATED_SUM, UpliftColumns.TREATED_SQUARES);
    ArmTotals control =
        new ArmTotals(
            UpliftColumns.CONTROLS, UpliftColumns.CONTROL_SUM, UpliftColumns.CONTROL_SQUARES);
    Column effect = treated.mean().minus(control.mean());
    Column isProportion = UpliftColumns.OUTCOME.col().isInCollection(PROPORTIONS);
    Column welch = welch(treated, control);
    Column below = when(isProportion, distance(treated.below(), control.above())).otherwise(welch);
    Column above = when(isProportion, distance(treated.above(), control.below())).otherwise(welch);
    return counted
        .withColumn(UpliftColumns.TREATED_MEAN.name(), roundValue(treated.mean()))
        .withColumn(UpliftColumns.CONTROL_MEAN.name(), roundValue(control.mean()))
        .withColumn(UpliftColumns.EFFECT.name(), roundValue(effect))
        .withColumn(UpliftColumns.LOW.name(), roundValue(effect.minus(below)))
        .withColumn(UpliftColumns.HIGH.name(), roundValue(effect.plus(above)));
  }

  private static Column distance(Column one, Column other) {
    return sqrt(one.multiply(one).plus(other.multiply(other)));
  }

  /** Half of Welch's interval; null where an arm has fewer than two customers, or all are alike. */
  private static Column welch(ArmTotals treated, ArmTotals control) {
    Column one = treated.errorSquare();
    Column other = control.errorSquare();
    Column both = one.plus(other);
    Column freedom =
        both.multiply(both)
            .divide(
                one.multiply(one)
                    .divide(treated.count().minus(1))
                    .plus(other.multiply(other).divide(control.count().minus(1))));
    Column quantile =
        SqlText.number(
            degrees -> new TDistribution(null, degrees).inverseCumulativeProbability(0.975),
            when(both.gt(0), freedom));
    return when(both.gt(0), quantile.multiply(sqrt(both)));
  }

  private static Column roundValue(Column value) {
    return round(value, DIGITS);
  }

  /** The size of an arm and the sums of its outcomes and their squares. */
  private record ArmTotals(Field customers, Field sum, Field squares) {
    /** Null where the arm has no customer. */
    Column count() {
      return when(customers.col().gt(0), customers.col().cast(DataTypes.DoubleType));
    }

    Column mean() {
      return sum.col().divide(count());
    }

    /** The square of the standard error of the mean; null for one customer alone. */
    Column errorSquare() {
      Column spread = squares.col().minus(sum.col().multiply(mean()));
      Column several = when(count().gt(1), count().minus(1));
      return greatest(spread, lit(0.0)).divide(several).divide(count());
    }

    /** Distance from the proportion to the lower end of Wilson's interval. */
    Column below() {
      return mean().minus(centre().minus(half()));
    }

    /** Distance from the proportion to the upper end. */
    Column above() {
      return centre().plus(half()).minus(mean());
    }

    private Column centre() {
      double square = QUANTILE * QUANTILE;
      return sum.col().plus(square / 2).divide(count().plus(square));
    }

    private Column half() {
      double square = QUANTILE * QUANTILE;
      Column inside =
          mean()
              .multiply(lit(1.0).minus(mean()))
              .divide(count())
              .plus(lit(square / 4).divide(pow(count(), lit(2.0))));
      return sqrt(inside).multiply(QUANTILE).divide(lit(1.0).plus(lit(square).divide(count())));
    }
  }
}
