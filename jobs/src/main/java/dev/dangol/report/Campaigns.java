package dev.dangol.report;

import dev.dangol.table.Cells;
import dev.dangol.table.Columns;
import dev.dangol.table.Field;
import dev.dangol.table.UpliftColumns;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What campaigns did in one cohort, against those whom they left alone.
 *
 * @param cohort the ideal one, or the one with most customers where it has nobody in a campaign
 * @param all every campaign that can be told of, the newest first
 */
public record Campaigns(String cohort, List<Campaign> all) {
  /** So many of the newest are listed. */
  private static final int LISTED = 6;

  /**
   * A campaign.
   *
   * @param treated members that it was meant for
   * @param controls members that it was to leave alone
   * @param controlsReached those of them who got a message all the same
   * @param bought what it did to the share who bought
   * @param netSales what it did to net sales per customer
   */
  public record Campaign(
      String name,
      LocalDate began,
      long treated,
      long controls,
      long controlsReached,
      Effect bought,
      Effect netSales) {}

  /** The mean of either arm, and their difference with its interval. */
  public record Effect(
      OptionalDouble treated,
      OptionalDouble control,
      OptionalDouble difference,
      OptionalDouble low,
      OptionalDouble high) {
    private static final Effect UNKNOWN = of(field -> OptionalDouble.empty());

    private static Effect of(java.util.function.Function<Field, OptionalDouble> cell) {
      return new Effect(
          cell.apply(UpliftColumns.TREATED_MEAN),
          cell.apply(UpliftColumns.CONTROL_MEAN),
          cell.apply(UpliftColumns.EFFECT),
          cell.apply(UpliftColumns.LOW),
          cell.apply(UpliftColumns.HIGH));
    }

    /** More by more than chance. */
    public boolean isGain() {
      return low.isPresent() && low.getAsDouble() > 0;
    }

    /** Less by more than chance. */
    public boolean isLoss() {
      return high.isPresent() && high.getAsDouble() < 0;
    }
  }

  static Campaigns read(Dataset<Row> uplift) {
    List<Cells> rows = uplift.collectAsList().stream().map(Cells::new).toList();
    String cohort =
        rows.stream()
            .max(
                Comparator.comparing((Cells row) -> cohort(row).equals(CustomerGroup.IDEAL))
                    .thenComparing(row -> row.count(UpliftColumns.TREATED))
                    .thenComparing(Campaigns::cohort))
            .map(Campaigns::cohort)
            .orElse("");
    Map<String, Effect> netSales = new HashMap<>();
    of(rows, cohort, "net_sales")
        .forEach(row -> netSales.put(row.text(UpliftColumns.CAMPAIGN).orElse(""), effect(row)));
    return new Campaigns(
        cohort,
        of(rows, cohort, "conversion")
            .map(row -> campaign(row, netSales))
            .sorted(Comparator.comparing(Campaign::began).reversed().thenComparing(Campaign::name))
            .toList());
  }

  private static String cohort(Cells row) {
    return row.text(Columns.COHORT).orElse("");
  }

  private static Stream<Cells> of(List<Cells> rows, String cohort, String outcome) {
    return rows.stream()
        .filter(row -> cohort(row).equals(cohort))
        .filter(row -> row.text(UpliftColumns.OUTCOME).orElse("").equals(outcome));
  }

  private static Effect effect(Cells row) {
    return Effect.of(row::number);
  }

  private static Campaign campaign(Cells row, Map<String, Effect> netSales) {
    String name = row.text(UpliftColumns.CAMPAIGN).orElse("");
    return new Campaign(
        name,
        row.day(UpliftColumns.BEGAN_ON).orElseThrow(),
        row.count(UpliftColumns.TREATED),
        row.count(UpliftColumns.CONTROLS),
        row.count(UpliftColumns.CONTROLS_MESSAGED),
        effect(row),
        netSales.getOrDefault(name, Effect.UNKNOWN));
  }

  /** Those listed. */
  public List<Campaign> newest() {
    return all.stream().limit(LISTED).toList();
  }

  /** How many made more of their customers buy, by more than chance. */
  public long gains() {
    return counted(Effect::isGain);
  }

  /** How many made fewer buy, by more than chance. */
  public long losses() {
    return counted(Effect::isLoss);
  }

  /** True where anybody was reached who was to be left alone. */
  public boolean isMixed() {
    return all.stream().anyMatch(campaign -> campaign.controlsReached() > 0);
  }

  private long counted(Predicate<Effect> which) {
    return all.stream().map(Campaign::bought).filter(which).count();
  }
}
