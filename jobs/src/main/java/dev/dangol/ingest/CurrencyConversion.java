package dev.dangol.ingest;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import dev.dangol.privacy.TextNormalizer;
import dev.dangol.sql.SqlText;
import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.sources.MoneyArithmetic;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.RateSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Converts all amounts to the reporting currency. Codes are compared without regard to case and
 * blanks; a row without a code was paid in the reporting currency.
 *
 * @param currency the reporting currency, as a three-letter code in capital letters
 */
public record CurrencyConversion(String currency) {

  /** The steps of a binary search: enough for two million rates of a currency. */
  private static final int MOST_HALVINGS = 20;

  /**
   * The purchases with every amount in the reporting currency: multiplied by the latest rate that
   * is valid at the time of the purchase, and rounded half-up. The original currency and the rate
   * are kept beside the amounts; both are null where nothing was converted. A row that has no rate,
   * or whose amount becomes too large, is not dropped but marked with its fault; a row that has a
   * fault already stays as it is. Of rates that begin at the same moment the greater one is used.
   *
   * @param purchases canonical purchases with the columns of a fault
   * @param rates canonical exchange rates, all above 0
   */
  public Dataset<Row> convert(Dataset<Row> purchases, Dataset<Row> rates) {
    Dataset<Row> judged = validate(withRates(purchases, rates), faults());
    Column isConverted = used().and(MoneyColumns.CODE.col().isNotNull());
    for (Field amount : MoneyColumns.AMOUNTS) {
      Column converted = MoneyColumns.converted(amount).col();
      judged =
          judged.withColumn(amount.name(), when(isConverted, converted).otherwise(amount.col()));
    }
    Column code = when(isConverted, MoneyColumns.CODE.col());
    Column rate = when(isConverted, PurchaseSource.EXCHANGE_RATE.col());
    return withRejections(purchases, judged, code, rate);
  }

  /** The purchases as they were paid; those that cannot be converted are marked with a fault. */
  public Dataset<Row> validate(Dataset<Row> purchases, Dataset<Row> rates) {
    return validate(withRates(purchases, rates), faults())
        .select(Arrays.stream(purchases.columns()).map(SqlText::column).toArray(Column[]::new));
  }

  private Dataset<Row> withRates(Dataset<Row> purchases, Dataset<Row> rates) {
    Column sameCode = MoneyColumns.CODE.col().equalTo(MoneyColumns.RATE_CODE.col());
    Dataset<Row> priced =
        withCodes(purchases)
            .join(broadcast(byCode(rates)), sameCode, "left")
            .withColumn(PurchaseSource.EXCHANGE_RATE.name(), rate());
    for (Field amount : MoneyColumns.AMOUNTS) {
      priced = priced.withColumn(MoneyColumns.converted(amount).name(), product(amount));
    }
    return priced;
  }

  /** The purchases where no rates are known: every row in another currency is marked as faulty. */
  public Dataset<Row> refuseAll(Dataset<Row> purchases) {
    Column other = MoneyColumns.CODE.col().isNotNull();
    RowRule fault = RowRule.of(other, PurchaseSource.CURRENCY, " is not " + currency);
    return withRejections(
        purchases, validate(withCodes(purchases), List.of(fault)), lit(null), lit(null));
  }

  private Dataset<Row> withCodes(Dataset<Row> purchases) {
    Column code = code(PurchaseSource.CURRENCY.col());
    Column foreign = used().and(code.notEqual("")).and(code.notEqual(currency));
    return purchases.withColumn(MoneyColumns.CODE.name(), when(foreign, code));
  }

  /** The code as it is compared. */
  static Column code(Column text) {
    return TextNormalizer.upper(trim(text));
  }

  private static Dataset<Row> byCode(Dataset<Row> rates) {
    Column entry = struct(RateSource.VALID_FROM.col(), RateSource.RATE.col());
    return rates
        .groupBy(MoneyColumns.RATE_CODE.is(code(RateSource.OF_CURRENCY.col())))
        .agg(array_sort(collect_list(entry)).as(MoneyColumns.RATES.name()));
  }

  /** Binary search in the sorted rates, so that years of daily rates cost about 20 comparisons. */
  private static Column rate() {
    Column rates = MoneyColumns.RATES.col();
    Column[] steps =
        IntStream.rangeClosed(0, MOST_HALVINGS)
            .mapToObj(bit -> lit(1 << (MOST_HALVINGS - bit)))
            .toArray(Column[]::new);
    Column begun =
        aggregate(
            array(steps),
            lit(0),
            (found, step) -> {
              Column from =
                  get(rates, found.plus(step).minus(1)).getField(RateSource.VALID_FROM.name());
              Column isBegun = from.leq(PurchaseSource.PURCHASED_AT.col());
              return when(isBegun, found.plus(step)).otherwise(found);
            });
    Column latest = get(rates, begun.minus(1)).getField(RateSource.RATE.name());
    return when(MoneyColumns.CODE.col().isNotNull(), latest);
  }

  private static Column product(Field amount) {
    Column isForeign = MoneyColumns.CODE.col().isNotNull();
    return when(
        isForeign, MoneyArithmetic.convert(amount.col(), PurchaseSource.EXCHANGE_RATE.col()));
  }

  private List<RowRule> faults() {
    Column isForeign = MoneyColumns.CODE.col().isNotNull();
    Column unknown = isForeign.and(MoneyColumns.RATES.col().isNull());
    Column early = isForeign.and(PurchaseSource.EXCHANGE_RATE.col().isNull());
    List<RowRule> faults = new ArrayList<>();
    faults.add(RowRule.of(unknown, PurchaseSource.CURRENCY, " has no rate"));
    faults.add(RowRule.of(early, PurchaseSource.CURRENCY, " has no rate at that time"));
    for (Field amount : MoneyColumns.AMOUNTS) {
      Column lost = amount.col().isNotNull().and(MoneyColumns.converted(amount).col().isNull());
      faults.add(RowRule.of(isForeign.and(lost), amount, " is too large in " + currency));
    }
    return faults;
  }

  private static Dataset<Row> validate(Dataset<Row> rows, List<RowRule> faults) {
    return rows.withColumn(
            IngestColumns.FAULT_VALUE.name(),
            first(IngestColumns.FAULT_VALUE, faults, RowRule::value))
        .withColumn(
            IngestColumns.FAULT_COLUMN.name(),
            first(IngestColumns.FAULT_COLUMN, faults, RowRule::column))
        .withColumn(IngestColumns.FAULT.name(), first(IngestColumns.FAULT, faults, RowRule::text));
  }

  private static Column first(Field part, List<RowRule> faults, Function<RowRule, Column> of) {
    Column chosen = when(used().equalTo(false), part.col());
    for (RowRule fault : faults) {
      chosen = chosen.when(fault.condition(), of.apply(fault));
    }
    return chosen;
  }

  private Dataset<Row> withRejections(
      Dataset<Row> purchases, Dataset<Row> judged, Column original, Column rate) {
    List<Column> columns = new ArrayList<>();
    for (String name : purchases.columns()) {
      boolean isCode = name.equals(PurchaseSource.CURRENCY.name());
      columns.add(isCode ? reported() : SqlText.column(name));
    }
    columns.add(PurchaseSource.ORIGINAL_CURRENCY.is(original));
    columns.add(PurchaseSource.EXCHANGE_RATE.is(rate));
    return judged.select(columns.toArray(Column[]::new));
  }

  private Column reported() {
    return PurchaseSource.CURRENCY.is(
        when(used(), lit(currency)).otherwise(PurchaseSource.CURRENCY.col()));
  }

  private static Column used() {
    return IngestColumns.FAULT.col().isNull();
  }
}
