package dev.dangol.report.data;

import dev.dangol.table.RowReader;
import dev.dangol.table.results.EffectColumns;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Matched comparison.
 *
 * @param month the month after the landmark; 0 for the whole span
 * @param balance the largest difference before it that is left, in standard deviations
 * @param beyondChance true where it differs from none, also when all comparisons are counted
 */
public record EffectLine(
    String effect,
    long month,
    long treated,
    long compared,
    EffectRange range,
    OptionalDouble balance,
    boolean beyondChance) {

  /** A difference with its 95 % interval. */
  public record EffectRange(OptionalDouble difference, OptionalDouble low, OptionalDouble high) {}

  static List<EffectLine> read(Dataset<Row> effects) {
    return effects.collectAsList().stream()
        .map(RowReader::new)
        .map(
            cells ->
                new EffectLine(
                    cells.text(EffectColumns.EFFECT).orElse(""),
                    cells.count(EffectColumns.LAG_MONTHS),
                    cells.count(EffectColumns.TREATED),
                    cells.count(EffectColumns.COMPARED),
                    new EffectRange(
                        cells.number(EffectColumns.DIFFERENCE),
                        cells.number(EffectColumns.LOW),
                        cells.number(EffectColumns.HIGH)),
                    cells.number(EffectColumns.BALANCE),
                    cells.flag(EffectColumns.BEYOND_CHANCE)))
        .sorted(Comparator.comparing(EffectLine::effect).thenComparing(EffectLine::month))
        .toList();
  }

  /** True where the outcome is money. */
  public boolean isMoney() {
    return effect.endsWith("net_sales");
  }

  /** More by more than chance. */
  public boolean isGain() {
    return beyondChance && range.difference().orElse(0) > 0;
  }

  /** Less by more than chance. */
  public boolean isLoss() {
    return beyondChance && range.difference().orElse(0) < 0;
  }
}
