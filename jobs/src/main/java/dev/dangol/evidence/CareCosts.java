package dev.dangol.evidence;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.BenchmarkSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.evidence.CareCostColumns;
import dev.dangol.table.features.EffortColumns;
import dev.dangol.table.features.FeatureColumns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Cost of keeping customers against that of winning them, to date and since the run before. What a
 * period cost is what it has cost to date, less what it had cost on the day before the period.
 *
 * @param before the day of the run before; empty for the first one
 * @param quoted the multiple that others quote; empty where it is not configured
 */
public record CareCosts(AsOf asOf, Optional<LocalDate> before, Optional<BenchmarkSettings> quoted) {
  private static final List<Field> KEEPING =
      List.of(
          EffortColumns.DISCOUNT_COST,
          EffortColumns.PROGRAMME_COST,
          EffortColumns.MESSAGE_COST,
          EffortColumns.SUPPORT_COST);

  /**
   * Sums of a period.
   *
   * @param keeping empty where no cost of keeping is known
   * @param winning empty where no cost of winning is
   */
  private record PeriodCosts(
      long kept, long won, Optional<BigDecimal> keeping, Optional<BigDecimal> winning) {
    OptionalDouble keepEach() {
      return each(keeping, kept);
    }

    OptionalDouble winEach() {
      return each(winning, won);
    }

    OptionalDouble ratio() {
      return keepEach().isPresent() && winEach().isPresent() && keepEach().getAsDouble() > 0
          ? OptionalDouble.of(winEach().getAsDouble() / keepEach().getAsDouble())
          : OptionalDouble.empty();
    }

    private static OptionalDouble each(Optional<BigDecimal> amount, long customers) {
      return amount.isPresent() && customers > 0
          ? OptionalDouble.of(amount.get().doubleValue() / customers)
          : OptionalDouble.empty();
    }
  }

  /**
   * One row with the sums over all customers.
   *
   * @param features the rows of {@code customer_features}
   * @param effort the rows of {@code effort} of the same day
   */
  public Dataset<Row> sums(Dataset<Row> features, Dataset<Row> effort) {
    Column known = before.map(day -> asOf.on(day).column()).orElse(lit(null));
    Column isOld = coalesce(FeatureColumns.FIRST_ORDER_ON.col().leq(known), lit(false));
    Column isBack = coalesce(FeatureColumns.LAST_ORDER_ON.col().gt(known), lit(false));
    return features
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            FeatureColumns.FIRST_ORDER_ON.col(),
            FeatureColumns.LAST_ORDER_ON.col(),
            FeatureColumns.FREQUENCY.col())
        .join(effort, SharedColumns.CUSTOMER_ID.name())
        .agg(
            CareCostColumns.ALL.is(count(lit(1))),
            CareCostColumns.KEPT_EVER.is(count_if(FeatureColumns.FREQUENCY.col().gt(0))),
            CareCostColumns.KEPT_SINCE.is(count_if(isOld.and(isBack))),
            CareCostColumns.NEW_SINCE.is(count_if(isOld.equalTo(false))),
            CareCostColumns.KEEP_EVER.is(sum(kept())),
            CareCostColumns.KEEP_OLD.is(sum(when(isOld, kept()))),
            CareCostColumns.WIN_EVER.is(sum(EffortColumns.ACQUISITION_COST.col())));
  }

  /** The known costs of keeping a customer, added up; null where none is known. */
  private static Column kept() {
    Column all = lit(0);
    for (Field kind : KEEPING) {
      all = all.plus(coalesce(kind.col(), lit(0)));
    }
    Column[] kinds = KEEPING.stream().map(Field::col).toArray(Column[]::new);
    return when(coalesce(kinds).isNotNull(), all);
  }

  /**
   * The rows of {@code care_costs}.
   *
   * @param now the row of {@link #sums} of the day
   * @param earlier that of the day before; empty without one
   */
  public List<Row> rows(Row now, Optional<Row> earlier) {
    RowReader today = new RowReader(now);
    Optional<BigDecimal> winning = today.amount(CareCostColumns.WIN_EVER);
    List<Row> rows = new ArrayList<>();
    rows.add(
        row(
            CareCostColumns.TO_DATE,
            new PeriodCosts(
                today.count(CareCostColumns.KEPT_EVER),
                today.count(CareCostColumns.ALL),
                today.amount(CareCostColumns.KEEP_EVER),
                winning)));
    if (before.isPresent() && earlier.isPresent()) {
      RowReader then = new RowReader(earlier.get());
      rows.add(
          row(
              CareCostColumns.SINCE_LAST,
              new PeriodCosts(
                  today.count(CareCostColumns.KEPT_SINCE),
                  today.count(CareCostColumns.NEW_SINCE),
                  less(
                      today.amount(CareCostColumns.KEEP_OLD),
                      then.amount(CareCostColumns.KEEP_EVER)),
                  less(winning, then.amount(CareCostColumns.WIN_EVER)))));
    }
    return rows;
  }

  private static Optional<BigDecimal> less(Optional<BigDecimal> now, Optional<BigDecimal> then) {
    return now.flatMap(amount -> then.map(amount::subtract));
  }

  private Row row(String period, PeriodCosts costs) {
    return RowWriter.of(CareCostColumns.TABLE)
        .set(SharedColumns.AS_OF, asOf)
        .set(CareCostColumns.PERIOD, period)
        .set(
            CareCostColumns.SINCE_ON,
            period.equals(CareCostColumns.SINCE_LAST) ? before : Optional.empty())
        .set(CareCostColumns.KEPT, costs.kept())
        .set(CareCostColumns.KEEP_COST, costs.keeping())
        .set(CareCostColumns.KEEP_EACH, costs.keepEach())
        .set(CareCostColumns.NEW, costs.won())
        .set(CareCostColumns.WIN_COST, costs.winning())
        .set(CareCostColumns.WIN_EACH, costs.winEach())
        .set(CareCostColumns.RATIO, costs.ratio())
        .set(CareCostColumns.QUOTED_LOW, quoted.map(BenchmarkSettings::from))
        .set(CareCostColumns.QUOTED_HIGH, quoted.map(BenchmarkSettings::to))
        .set(CareCostColumns.SOURCE, quoted.map(BenchmarkSettings::source))
        .row();
  }
}
