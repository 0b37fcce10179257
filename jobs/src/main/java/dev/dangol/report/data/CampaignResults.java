package dev.dangol.report.data;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.UpliftColumns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Uplift of campaigns in one cohort, against the members who were left alone. Campaigns that began
 * on one day form one result: they are compared over the same people and days.
 *
 * @param cohort the ideal one, or, where that has no member in a campaign, the one with most
 *     customers
 * @param all every day on which campaigns began that have a result, the newest first
 */
public record CampaignResults(String cohort, List<CampaignResult> all) {
  /** The number of the newest that are listed. */
  private static final int LISTED = 6;

  /**
   * The campaigns that began on one day.
   *
   * @param names in alphabetical order
   * @param treated members that they were meant for
   * @param controls members that they were to leave alone
   * @param controlsReached those of them who got a message all the same
   * @param bought what they did to the share who bought
   * @param netSales what they did to net sales per customer
   */
  public record CampaignResult(
      LocalDate began,
      List<String> names,
      long treated,
      long controls,
      long controlsReached,
      CampaignEffect bought,
      CampaignEffect netSales) {}

  /** The mean of either arm, and their difference with its interval. */
  public record CampaignEffect(
      OptionalDouble treated,
      OptionalDouble control,
      OptionalDouble difference,
      OptionalDouble low,
      OptionalDouble high) {
    private static final CampaignEffect UNKNOWN = of(field -> OptionalDouble.empty());

    private static CampaignEffect of(Function<Field, OptionalDouble> cell) {
      return new CampaignEffect(
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

  static CampaignResults read(Dataset<Row> uplift) {
    List<RowReader> rows = uplift.collectAsList().stream().map(RowReader::new).toList();
    String cohort =
        rows.stream()
            .max(
                Comparator.comparing((RowReader row) -> cohort(row).equals(CustomerGroup.IDEAL))
                    .thenComparing(row -> row.count(UpliftColumns.TREATED))
                    .thenComparing(CampaignResults::cohort))
            .map(CampaignResults::cohort)
            .orElse("");
    Map<LocalDate, List<RowReader>> days =
        rows.stream()
            .filter(row -> cohort(row).equals(cohort))
            .collect(
                Collectors.groupingBy(CampaignResults::began, TreeMap::new, Collectors.toList()));
    List<CampaignResult> all = new ArrayList<>();
    days.forEach((day, results) -> all.add(campaign(day, results)));
    Collections.reverse(all);
    return new CampaignResults(cohort, List.copyOf(all));
  }

  private static LocalDate began(RowReader row) {
    return row.day(UpliftColumns.BEGAN_ON).orElseThrow();
  }

  private static String cohort(RowReader row) {
    return row.text(SharedColumns.COHORT).orElse("");
  }

  private static CampaignResult campaign(LocalDate began, List<RowReader> rows) {
    return new CampaignResult(
        began,
        rows.stream()
            .map(row -> row.text(UpliftColumns.CAMPAIGN).orElse(""))
            .distinct()
            .sorted()
            .toList(),
        most(rows, UpliftColumns.TREATED),
        most(rows, UpliftColumns.CONTROLS),
        most(rows, UpliftColumns.CONTROLS_MESSAGED),
        effect(rows, "conversion"),
        effect(rows, "net_sales"));
  }

  private static long most(List<RowReader> rows, Field count) {
    return rows.stream().mapToLong(row -> row.count(count)).max().orElse(0);
  }

  private static CampaignEffect effect(List<RowReader> rows, String outcome) {
    return rows.stream()
        .filter(row -> row.text(UpliftColumns.OUTCOME).orElse("").equals(outcome))
        .min(Comparator.comparing(row -> row.text(UpliftColumns.CAMPAIGN).orElse("")))
        .map(row -> CampaignEffect.of(row::number))
        .orElse(CampaignEffect.UNKNOWN);
  }

  /** The results that are listed. */
  public List<CampaignResult> newest() {
    return all.stream().limit(LISTED).toList();
  }

  /** Counts the days after which more of the customers bought, by more than chance. */
  public long gains() {
    return count(CampaignEffect::isGain);
  }

  /** Counts the days after which fewer did, by more than chance. */
  public long losses() {
    return count(CampaignEffect::isLoss);
  }

  /** True where a customer was reached who was to be left alone. */
  public boolean isMixed() {
    return all.stream().anyMatch(campaign -> campaign.controlsReached() > 0);
  }

  private long count(Predicate<CampaignEffect> which) {
    return all.stream().map(CampaignResult::bought).filter(which).count();
  }
}
