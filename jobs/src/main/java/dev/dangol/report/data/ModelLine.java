package dev.dangol.report.data;

import dev.dangol.table.RowReader;
import dev.dangol.table.results.ValueModelColumns;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Model of customers or plain rule, and how well it predicted days that it had not seen.
 *
 * @param chosenFor the uses that the model is chosen for: orders, active, net_sales
 * @param fitted true for a model with parameters, false for a rule or a model that did not fit
 * @param error mean absolute error, in purchase days; empty for a model of net sales alone
 * @param bias expected of all divided by what came, less 1
 * @param topTenth of the later top decile of customers by orders, the share that it found; empty
 *     for a model of net sales alone
 * @param held the share of later net sales that the top tenth of its predictions brought
 * @param bestAt the judgements at which nothing else does better
 */
public record ModelLine(
    String model,
    boolean isChosen,
    List<String> chosenFor,
    boolean fitted,
    OptionalDouble error,
    OptionalDouble bias,
    OptionalDouble topTenth,
    OptionalDouble held,
    List<String> bestAt,
    Optional<String> reason) {
  private static final String SALES = "net_sales";

  /** The models and rules that predict orders or net sales, those chosen first. */
  static List<ModelLine> read(Dataset<Row> models) {
    return models.collectAsList().stream()
        .map(row -> of(new RowReader(row)))
        .filter(line -> !ValueModelColumns.OF_SPEND.contains(line.model()))
        .sorted(
            Comparator.comparing(ModelLine::isChosen)
                .thenComparing(ModelLine::isForSales)
                .reversed()
                .thenComparing(line -> !line.fitted())
                .thenComparing(ModelLine::model))
        .toList();
  }

  /** True for a plain rule that beats every model at something. */
  public boolean winsAsRule() {
    return !fitted && !bestAt.isEmpty();
  }

  /** True for the model that net sales, and so lifetime values, come from. */
  public boolean isForSales() {
    return chosenFor.contains(SALES);
  }

  private static ModelLine of(RowReader cells) {
    String model = cells.text(ValueModelColumns.MODEL).orElse("");
    boolean ofOrders = !ValueModelColumns.LEARNED.contains(model);
    return new ModelLine(
        model,
        cells.flag(ValueModelColumns.CHOSEN),
        cells
            .text(ValueModelColumns.CHOSEN_FOR)
            .map(uses -> List.of(uses.split(" ")))
            .orElse(List.of()),
        !ofOrders || cells.number(ValueModelColumns.LOG_LIKELIHOOD).isPresent(),
        ofOrders ? cells.number(ValueModelColumns.HOLDOUT_ERROR) : OptionalDouble.empty(),
        cells.number(ValueModelColumns.HOLDOUT_BIAS),
        ofOrders ? cells.number(ValueModelColumns.HOLDOUT_TOP_TENTH) : OptionalDouble.empty(),
        cells.number(ValueModelColumns.TOP_TENTH_SHARE),
        cells.list(ValueModelColumns.BEST_AT),
        cells.text(ValueModelColumns.REASON));
  }
}
