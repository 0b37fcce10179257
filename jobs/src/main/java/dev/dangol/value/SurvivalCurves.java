package dev.dangol.value;

import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.results.SurvivalColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.value.model.KaplanMeier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Survival curves of customers, by month of acquisition and together. It counts on the cluster and
 * collects the counts, at most one for each month and number of days.
 */
@RunsSparkJobs
public final class SurvivalCurves {
  private static final int STEP = 30;

  private SurvivalCurves() {}

  /**
   * The steps of each cohort's curve, by its name.
   *
   * @param days one row per customer and purchase day up to the as-of day
   * @param inactive after so many days without a purchase a customer counts as gone
   */
  public static Map<String, List<KaplanMeier.SurvivalStep>> of(
      Dataset<Row> days, AsOf asOf, int inactive) {
    Map<String, KaplanMeier> cohorts = new TreeMap<>();
    for (Row row : DropoutCounts.of(days, asOf, inactive).collectAsList()) {
      RowReader cells = new RowReader(row);
      String month = cells.text(SurvivalColumns.ACQUIRED).orElseThrow();
      add(cohorts.computeIfAbsent(month, any -> new KaplanMeier()), cells);
      add(cohorts.computeIfAbsent(SurvivalColumns.ALL, any -> new KaplanMeier()), cells);
    }
    Map<String, List<KaplanMeier.SurvivalStep>> steps = new LinkedHashMap<>();
    cohorts.forEach((name, cohort) -> steps.put(name, cohort.every(STEP)));
    return steps;
  }

  private static void add(KaplanMeier cohort, RowReader cells) {
    long until = cells.count(SurvivalColumns.UNTIL_DAYS);
    double customers = (double) cells.count(ValueColumns.CUSTOMERS);
    if (cells.flag(SurvivalColumns.IS_GONE)) {
      cohort.gone(until, customers);
    } else {
      cohort.staying(until, customers);
    }
  }
}
