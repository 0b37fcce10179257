package dev.dangol.features.likelihoods;

import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.LikelihoodSettings;
import dev.dangol.privacy.KeyedHash;
import dev.dangol.probability.ObservationDays;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.LikelihoodColumns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Likelihoods of the customers of a day: to be content, to buy more, to recommend. Models are
 * learned from the customers of the day two spans ago by what followed, and tried on those of the
 * day one span ago, whose outcomes correct them where that makes them truer.
 *
 * <p>Learning needs a bounded sample of customers, drawn by a hash of their ids and sorted by them:
 * the same customers give the same models, in whatever order they come.
 *
 * @param days the three days, a span apart
 * @param how the settings
 * @param aside sets rows aside that are read several times
 */
@RunsSparkJobs
public record CustomerLikelihoods(
    ObservationDays days, LikelihoodSettings how, UnaryOperator<Dataset<Row>> aside) {
  private static final int TAUGHT = 0;
  private static final int TESTED = 1;
  private static final int DESCRIBED = 2;
  private static final String DRAW = "likelihoods";

  /** The likelihoods as of a day. */
  public static CustomerLikelihoods of(
      AsOf asOf, LikelihoodSettings how, UnaryOperator<Dataset<Row>> aside) {
    return new CustomerLikelihoods(ObservationDays.before(asOf, how.spanDays()), how, aside);
  }

  /**
   * Likelihoods of a day.
   *
   * @param customers the rows of {@code customer_likelihoods}
   * @param models by likelihood, of those that could be learned
   * @param reasons by likelihood, why one could not
   */
  public record LikelihoodResults(
      Dataset<Row> customers, Map<Field, LikelihoodModel> models, Map<Field, String> reasons) {}

  /** Learns, tries and applies the models; starts Spark jobs. */
  public LikelihoodResults estimate(LikelihoodInputs inputs) {
    Optional<String> early = tooEarly(inputs.shared().days());
    if (early.isPresent()) {
      Map<Field, String> reasons = new LinkedHashMap<>();
      LikelihoodColumns.ALL.forEach(likelihood -> reasons.put(likelihood, early.get()));
      reasons.putAll(inputs.missing(true));
      Dataset<Row> customers = inputs.shared().experience();
      return new LikelihoodResults(scored(customers, Map.of()), Map.of(), reasons);
    }
    Dataset<Row> history = aside.apply(inputs.history(days, how.spanDays()));
    SpanCensus census = SpanCensus.of(history, days.inOrder().size());
    Map<Field, String> reasons = new LinkedHashMap<>();
    Map<Field, LikelihoodModel> models = new LinkedHashMap<>();
    Map<Field, String> missing = inputs.missing(census.anyStrike(DESCRIBED));
    for (LikelihoodFit fit : fits(history, census)) {
      Field likelihood = field(fit.likelihood());
      if (missing.containsKey(likelihood)) {
        reasons.put(likelihood, missing.get(likelihood));
      } else if (fit.model() == null) {
        reasons.put(likelihood, fit.refusal());
      } else {
        models.put(likelihood, fit.model());
      }
    }
    Dataset<Row> today = evidence(census, DESCRIBED).of(history);
    return new LikelihoodResults(scored(today, models), models, reasons);
  }

  private Optional<String> tooEarly(Dataset<Row> buyingDays) {
    Column bought = when(DayColumns.ORDERS.col().gt(0), DayColumns.COUNTED_ON.col());
    Row first = buyingDays.agg(DayColumns.COUNTED_ON.is(min(bought))).head();
    LocalDate needed = days.taught().minusDays(how.spanDays()).day();
    return new RowReader(first)
            .day(DayColumns.COUNTED_ON)
            .filter(day -> !day.isAfter(needed))
            .isPresent()
        ? Optional.empty()
        : Optional.of(
            "Purchases reach back less than three times likelihoods.span-days, which is "
                + how.spanDays()
                + ": one span to know customers by, one to learn what followed, and one to test.");
  }

  private List<LikelihoodFit> fits(Dataset<Row> history, SpanCensus census) {
    Dataset<Row> sample =
        drawn(history, census, TAUGHT).unionByName(drawn(history, census, TESTED));
    return sample
        .repartition(1)
        .sortWithinPartitions(SpanColumns.CUT.col(), SharedColumns.CUSTOMER_ID.col())
        .toJavaRDD()
        .mapPartitions(
            new LikelihoodFitter(
                days.taught().day(), days.tested().day(), how.minOutcomes(), how.penalty()))
        .collect();
  }

  private Dataset<Row> drawn(Dataset<Row> history, SpanCensus census, int place) {
    long people = census.people(place);
    Dataset<Row> all =
        people <= how.maxCustomers()
            ? history
            : history.where(
                KeyedHash.of(SharedColumns.CUSTOMER_ID.col(), DRAW)
                    .lt((double) how.maxCustomers() / people));
    return evidence(census, place).of(all);
  }

  private SpanEvidence evidence(SpanCensus census, int place) {
    return new SpanEvidence(
        days.inOrder().get(place), place, census.meanRating(place), how.spanDays());
  }

  private Dataset<Row> scored(Dataset<Row> customers, Map<Field, LikelihoodModel> models) {
    List<Column> columns = new ArrayList<>();
    columns.add(SharedColumns.AS_OF.is(days.described().column()));
    columns.add(SharedColumns.CUSTOMER_ID.col());
    for (Field likelihood : LikelihoodColumns.ALL) {
      columns.add(
          models.containsKey(likelihood)
              ? likelihood.is(models.get(likelihood).probability())
              : likelihood.nullColumn());
    }
    return customers.select(columns.toArray(Column[]::new));
  }

  private static Field field(String name) {
    return LikelihoodColumns.ALL.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
