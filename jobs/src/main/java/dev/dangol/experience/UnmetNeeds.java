package dev.dangol.experience;

import dev.dangol.probability.DifferenceInterval;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.NeedWeightColumns;
import dev.dangol.table.results.VoiceColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * Wishes that were not met: searches in a category of which nothing was bought within 30 days. They
 * are told by category, and by what was typed.
 *
 * @param end the end of the as-of day, in microseconds since 1970
 */
record UnmetNeeds(long end) implements CustomerMeasure {
  private static final String SEARCHES = "searches";
  private static final long SPAN = 30 * ExperienceRules.MICROS_PER_DAY;

  @Override
  public void add(ExperienceHistory customer, FactSheet facts) {
    Map<String, double[]> categories = new HashMap<>();
    Map<String, double[]> terms = new HashMap<>();
    for (ExperienceEvent search : customer.of(ExperienceKind.SEARCH)) {
      if (search.micros() + SPAN < end) {
        boolean met = isMet(customer, search);
        count(categories, search.category(), met);
        count(terms, search.mark(), met);
      }
    }
    UnmetTerms.note(customer, terms, facts);
    for (CustomerGroupKey group : customer.groups()) {
      categories.forEach(
          (category, figures) ->
              facts.sum(FactKey.of(SEARCHES, group.kind(), group.name(), category), figures));
    }
  }

  private static void count(Map<String, double[]> searches, String about, boolean met) {
    if (about != null) {
      double[] figures = searches.computeIfAbsent(about, none -> new double[] {0, 0, 1, 0});
      figures[0]++;
      if (!met) {
        figures[1]++;
        figures[3] = 1;
      }
    }
  }

  /** A search in no category is met by an order of any. */
  private static boolean isMet(ExperienceHistory customer, ExperienceEvent search) {
    return customer.of(ExperienceKind.PURCHASE).stream()
        .anyMatch(
            line ->
                (search.category() == null || search.category().equals(line.category()))
                    && line.micros() > search.micros()
                    && line.micros() - search.micros() <= SPAN);
  }

  /**
   * The rows of {@code unmet_needs} by category.
   *
   * @param least the fewest customers of a segment or cohort who must have searched
   */
  static List<Row> rows(FactSums sums, AsOf asOf, int least) {
    List<Row> rows = new ArrayList<>();
    for (List<String> key : sums.keys(SEARCHES)) {
      double[] figures = sums.of(SEARCHES).get(key);
      if (CustomerGroupKey.of(key).isEveryone() || figures[2] >= least) {
        rows.add(
            RowWriter.of(NeedWeightColumns.UNMET_TABLE)
                .set(SharedColumns.AS_OF, asOf)
                .set(VoiceColumns.GROUP_KIND, key.get(0))
                .set(VoiceColumns.GROUP, key.get(1))
                .set(NeedWeightColumns.UNMET_CATEGORY, key.get(2))
                .set(NeedWeightColumns.SEARCH_TERM, VoiceColumns.ALL)
                .set(NeedWeightColumns.SEARCHES, Math.round(figures[0]))
                .set(NeedWeightColumns.SEARCHERS, Math.round(figures[2]))
                .set(NeedWeightColumns.UNMET_SEARCHES, Math.round(figures[1]))
                .set(NeedWeightColumns.UNMET_SEARCHERS, Math.round(figures[3]))
                .set(
                    NeedWeightColumns.UNMET_SHARE, DifferenceInterval.told(figures[1] / figures[0]))
                .row());
      }
    }
    return rows;
  }
}
