package dev.dangol.features.satisfaction;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.BenchmarkSettings;
import dev.dangol.config.SatisfactionSettings;
import dev.dangol.features.measure.ExactQuotient;
import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.features.measure.FeatureInputs;
import dev.dangol.features.purchases.PurchaseDays;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.StrikeColumns;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Survival of customers after no bad experience, after one, and after two. Each customer is
 * observed from the day on which they had so many, whatever came later, so that no customer is
 * selected by what they did afterwards (a landmark analysis, after Anderson, Cain and Gelber,
 * 1983), and only where the whole span has passed. What repairing a failure does is told by the
 * table effects, which compares customers who are alike.
 */
public final class StrikeSurvival {
  private static final int MOST = 2;

  private StrikeSurvival() {}

  /** One row per number of strikes, 0 to 2; none where no bad experience can be known. */
  public static Dataset<Row> of(FeatureInputs shared, AsOf asOf, SatisfactionSettings how) {
    int span = how.spans().survivalDays();
    Dataset<Row> levels =
        shared
            .experience()
            .select(
                SharedColumns.CUSTOMER_ID.col(),
                ExperienceColumns.STRIKES.col(),
                ExperienceColumns.STRIKES_TOLD.col())
            .join(PurchaseDays.perCustomer(shared.days()), SharedColumns.CUSTOMER_ID.name())
            .select(inline(array(level(0), level(1), level(2))));
    Column end = date_add(ExperienceColumns.REACHED_ON.col(), span);
    Column observed = end.leq(asOf.column());
    Column survived = observed.and(bought(end));
    return shares(
        levels
            .groupBy(StrikeColumns.STRIKE_COUNT.col())
            .agg(
                ExperienceColumns.STRIKES_TOLD.is(bool_or(ExperienceColumns.STRIKES_TOLD.col())),
                StrikeColumns.CUSTOMERS.is(count_if(ExperienceColumns.LEVEL_NOW.col())),
                StrikeColumns.OBSERVED.is(count_if(observed)),
                StrikeColumns.SURVIVED.is(count_if(survived))),
        asOf,
        how);
  }

  private static Column level(int number) {
    Column strikes = ExperienceColumns.STRIKES.col();
    Column nth = get(strikes, lit(number - 1));
    Column reached = nth.getField(ExperienceColumns.STRIKE_ON.name());
    return struct(
        StrikeColumns.STRIKE_COUNT.is(lit(number)),
        ExperienceColumns.LEVEL_NOW.is(least(size(strikes), lit(MOST)).equalTo(number)),
        ExperienceColumns.REACHED_ON.is(number == 0 ? spotless() : reached),
        ExperienceColumns.STRIKES_TOLD.is(strikesRecorded(size(strikes).gt(0))),
        DayColumns.PURCHASE_DAYS.col());
  }

  /** As for faults: a single strike that is found shows that they are recorded. */
  static Column strikesRecorded(Column found) {
    return ExperienceColumns.STRIKES_TOLD.col().or(found);
  }

  /** The first purchase day, of a customer without a strike up to it. */
  private static Column spotless() {
    Column first = array_min(DayColumns.PURCHASE_DAYS.col());
    Column strikes = ExperienceColumns.STRIKES.col();
    Column struck = exists(strikes, s -> s.getField(ExperienceColumns.STRIKE_ON.name()).leq(first));
    return when(struck.equalTo(false), first);
  }

  private static Column bought(Column end) {
    return exists(
        DayColumns.PURCHASE_DAYS.col(),
        day -> day.gt(ExperienceColumns.REACHED_ON.col()).and(day.leq(end)));
  }

  private static Dataset<Row> shares(Dataset<Row> counts, AsOf asOf, SatisfactionSettings how) {
    Column seen = StrikeColumns.OBSERVED.col();
    Column stayed = StrikeColumns.SURVIVED.col();
    Column two = StrikeColumns.STRIKE_COUNT.col().equalTo(MOST);
    Optional<BenchmarkSettings> quoted = how.leaving();
    Column figure = lit(quoted.map(one -> 1 - one.from()).orElse(null));
    Column source = lit(quoted.map(BenchmarkSettings::source).orElse(null));
    Column recorded = bool_or(ExperienceColumns.STRIKES_TOLD.col()).over(Window.partitionBy());
    return counts
        .withColumn(ExperienceColumns.STRIKES_TOLD.name(), recorded)
        .where(ExperienceColumns.STRIKES_TOLD.col())
        .select(
            SharedColumns.AS_OF.is(asOf.column()),
            StrikeColumns.STRIKE_COUNT.col(),
            StrikeColumns.CUSTOMERS.col(),
            StrikeColumns.SURVIVAL_DAYS.is(lit(how.spans().survivalDays())),
            seen,
            stayed,
            StrikeColumns.SURVIVAL.is(ExactQuotient.of(stayed, seen)),
            StrikeColumns.BENCHMARK.is(when(two, figure)),
            StrikeColumns.BENCHMARK_SOURCE.is(when(two, source)));
  }
}
