package dev.dangol.features.likelihoods;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log1p;
import static org.apache.spark.sql.functions.when;

import dev.dangol.privacy.KeyedHash;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.LikelihoodColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Evidence on customers on an observation day, as numbers, and what followed. Counts, days and
 * amounts enter as log(1 + x), since a first one says more than a hundredth.
 *
 * @param cut the observation day
 * @param place its place among the observation days of the history
 * @param meanRating the mean of all ratings up to it; empty where there are none
 * @param spanDays how long a span is
 */
record SpanEvidence(AsOf cut, int place, OptionalDouble meanRating, int spanDays) {
  private static final double UNITS = 10_000;

  /**
   * One row per customer of the day: their numbers, and 1 or 0 for each outcome.
   *
   * @param history as {@link SpanHistory} and its joins give it
   */
  Dataset<Row> of(Dataset<Row> history) {
    List<Column> own = new ArrayList<>(List.of(SharedColumns.CUSTOMER_ID.col()));
    for (Field field : SpanColumns.ALL) {
      Column value = SpanColumns.at(field, place).col();
      own.add(field.is(SpanColumns.counts(field) ? coalesce(value, lit(0)) : value));
    }
    Column half = KeyedHash.of(SharedColumns.CUSTOMER_ID.col(), "halves").lt(0.5);
    return history
        .where(SpanColumns.at(SpanColumns.FIRST_ON, place).col().isNotNull())
        .select(own.toArray(Column[]::new))
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            SpanColumns.CUT.is(cut.column()),
            SpanColumns.HALF.is(half),
            SpanColumns.NUMBERS.is(numbers()),
            LikelihoodColumns.P_CONTENT.is(number(content())),
            LikelihoodColumns.P_BUY_MORE.is(
                number(SpanColumns.NET_NEXT.col().gt(SpanColumns.NET_LAST.col()))),
            LikelihoodColumns.P_RECOMMEND.is(number(recommends())));
  }

  /** The next rating against the mean of all; without either, whether no strike followed. */
  private Column content() {
    Column rating = SpanColumns.NEXT_RATING.col();
    Column unharmed = SpanColumns.STRIKES_NEXT.col().equalTo(0);
    return meanRating.isPresent()
        ? when(rating.isNotNull(), rating.geq(meanRating.getAsDouble())).otherwise(unharmed)
        : unharmed;
  }

  private static Column recommends() {
    return SpanColumns.REFERRALS_NEXT
        .col()
        .plus(SpanColumns.SHARES_NEXT.col())
        .plus(SpanColumns.HELPFUL_NEXT.col())
        .gt(0);
  }

  private Column numbers() {
    List<Column> numbers = new ArrayList<>(buying());
    numbers.addAll(rating());
    numbers.addAll(
        List.of(
            log(SpanColumns.HELPFUL),
            log(SpanColumns.EVENTS_LAST),
            log(SpanColumns.SHARES),
            log(SpanColumns.SHARES_LAST),
            log(SpanColumns.REFERRALS),
            log(SpanColumns.REFERRALS_LAST),
            log(SpanColumns.STRIKES),
            log(SpanColumns.STRIKES_LAST)));
    return array(numbers.toArray(Column[]::new));
  }

  /** Amounts, counts and days of purchases, against the customer's own pace of spending. */
  private List<Column> buying() {
    Column age = cut.daysSince(SpanColumns.FIRST_ON.col()).cast("double");
    Column idle = cut.daysSince(SpanColumns.LAST_ON.col()).cast("double");
    Column days = SpanColumns.BUY_DAYS.col().cast("double");
    Column spans = greatest(age.divide(spanDays), lit(1.0));
    Column active = number(SpanColumns.ORDERS_LAST.col().gt(0));
    Column pace = log1p(money(SpanColumns.GROSS).divide(spans));
    Column last = log1p(money(SpanColumns.GROSS_LAST));
    Column apart = pace.minus(last);
    Column waiting = log1p(idle.multiply(days).divide(greatest(age, lit(1.0))));
    return List.of(
        log1p(age),
        log1p(idle),
        log1p(idle).multiply(log1p(idle)),
        log1p(days),
        waiting,
        waiting.multiply(waiting),
        active,
        number(SpanColumns.ORDERS_BEFORE.col().gt(0)),
        log(SpanColumns.ORDERS_LAST),
        log(SpanColumns.ORDERS_BEFORE),
        pace,
        last,
        log1p(money(SpanColumns.GROSS_BEFORE)),
        active.multiply(apart),
        active.multiply(apart).multiply(apart),
        active.multiply(log1p(idle)),
        active.multiply(log1p(days)));
  }

  /** The number of ratings, and the distance of them and the latest from the mean of all. */
  private List<Column> rating() {
    Column mean = lit(meanRating.orElse(0));
    Column number = SpanColumns.REVIEWS.col().cast("double");
    Column sum = coalesce(SpanColumns.RATINGS.col().cast("double"), lit(0.0));
    Column drawn = sum.minus(number.multiply(mean)).divide(number.plus(1.0));
    Column latest = coalesce(SpanColumns.LATEST_RATING.col().minus(mean), lit(0.0));
    return List.of(log1p(number), log(SpanColumns.REVIEWS_LAST), drawn, latest);
  }

  private static Column log(Field count) {
    return log1p(count.col().cast("double"));
  }

  private static Column money(Field units) {
    return greatest(units.col().cast("double"), lit(0.0)).divide(UNITS);
  }

  private static Column number(Column condition) {
    return condition.cast("int").cast("double");
  }
}
