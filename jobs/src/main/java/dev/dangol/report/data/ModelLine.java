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
 * Model of purchases or plain rule, and how well it predicted days that it had not seen.
 *
 * @param fitted true for a model with parameters, false for a rule or a model that did not fit
 * @param error mean absolute error, in purchase days
 * @param bias expected of all divided by what came, less 1
 * @param topTenth of the later top decile of customers, the share that it found
 * @param bestAt the judgements at which nothing else does better
 */
public record ModelLine(
    String model,
    boolean isChosen,
    boolean fitted,
    OptionalDouble error,
    OptionalDouble bias,
    OptionalDouble topTenth,
    List<String> bestAt,
    Optional<String> reason) {
  /** The models and rules that predict orders, the chosen one first. */
  static List<ModelLine> read(Dataset<Row> models) {
    return models.collectAsList().stream()
        .map(row -> of(new RowReader(row)))
        .filter(line -> !ValueModelColumns.OF_SPEND.contains(line.model()))
        .sorted(
            Comparator.comparing(ModelLine::isChosen)
                .reversed()
                .thenComparing(line -> !line.fitted())
                .thenComparing(ModelLine::model))
        .toList();
  }

  /** True for a plain rule that beats every model at something. */
  public boolean winsAsRule() {
    return !fitted && !bestAt.isEmpty();
  }

  private static ModelLine of(RowReader cells) {
    return new ModelLine(
        cells.text(ValueModelColumns.MODEL).orElse(""),
        cells.flag(ValueModelColumns.CHOSEN),
        cells.number(ValueModelColumns.LOG_LIKELIHOOD).isPresent(),
        cells.number(ValueModelColumns.HOLDOUT_ERROR),
        cells.number(ValueModelColumns.HOLDOUT_BIAS),
        cells.number(ValueModelColumns.HOLDOUT_TOP_TENTH),
        cells.list(ValueModelColumns.BEST_AT),
        cells.text(ValueModelColumns.REASON));
  }
}
