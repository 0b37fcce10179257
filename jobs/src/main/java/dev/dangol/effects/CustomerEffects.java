package dev.dangol.effects;

import dev.dangol.config.EffectSettings;
import dev.dangol.probability.FalseDiscovery;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.EffectColumns;
import dev.dangol.table.results.VoiceColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Effects on customers: every comparison of the day, or the reason why there is none. */
@RunsSparkJobs
public final class CustomerEffects {
  private static final List<String> MEASURES =
      List.of(
          "purchase days",
          "days since the latest",
          "days since the first",
          "net sales of a purchase day");

  /** Parts of one: figures are told to so many, since sums of reals differ in the last digits. */
  private static final double DIGITS = 1e6;

  private final Map<EffectKey, EffectEstimate> estimates;

  private CustomerEffects(Map<EffectKey, EffectEstimate> estimates) {
    this.estimates = estimates;
  }

  /**
   * Counts the customers and compares them.
   *
   * @param events as {@link TimelineEvents} makes them
   * @param refused the comparisons that lack a source, with the reasons
   */
  public static CustomerEffects of(
      Dataset<Row> events, EffectSettings settings, AsOf asOf, Map<String, String> refused) {
    Set<EffectKey> wanted = new TreeSet<>();
    Map<EffectKey, EffectEstimate> estimates = new TreeMap<>();
    for (EffectDesign design : EffectDesigns.of(settings)) {
      String reason = refused.get(design.effect());
      if (reason == null) {
        wanted.add(design.key());
      } else {
        estimates.put(design.key(), EffectEstimate.refused(reason));
      }
    }
    int day = Math.toIntExact(asOf.day().toEpochDay());
    List<Row> arms = TimelineFold.of(events, settings, wanted, day).collectAsList();
    Map<EffectKey, MatchedStrata> strata = strata(arms);
    MatchedComparison comparison = new MatchedComparison(settings);
    for (EffectKey key : wanted) {
      estimates.put(key, comparison.of(strata.getOrDefault(key, MatchedStrata.empty())));
    }
    return new CustomerEffects(estimates);
  }

  private static Map<EffectKey, MatchedStrata> strata(List<Row> arms) {
    Map<EffectKey, MatchedStrata> strata = new TreeMap<>();
    for (Row row : arms) {
      RowReader cells = new RowReader(row);
      EffectKey key =
          new EffectKey(
              cells.text(EffectColumns.EFFECT).orElseThrow(),
              (int) cells.count(EffectColumns.LAG_MONTHS));
      double[] parts =
          cells.numberList(EffectColumns.ARM_PARTS).stream().mapToDouble(part -> part).toArray();
      strata
          .computeIfAbsent(key, none -> MatchedStrata.empty())
          .arm(cells.list(EffectColumns.STRATUM), cells.flag(EffectColumns.IS_TREATED))
          .addParts(cells.count(EffectColumns.ARM_CUSTOMERS), parts);
    }
    return strata;
  }

  /**
   * The rows of {@code effects}.
   *
   * @param maxQ the false discovery rate up to which a difference is told as beyond chance
   */
  public List<Row> rows(AsOf asOf, double maxQ) {
    List<Row> rows = new ArrayList<>();
    qValues(estimates)
        .forEach(
            (key, q) -> rows.add(row(asOf, key, estimates.get(key), new EffectChance(q, maxQ))));
    return rows;
  }

  /** The false discovery rates of the comparisons that could be made. */
  static Map<EffectKey, Double> qValues(Map<EffectKey, EffectEstimate> estimates) {
    List<EffectKey> made =
        estimates.keySet().stream()
            .filter(key -> estimates.get(key).refusal().isEmpty())
            .sorted()
            .toList();
    double[] q =
        FalseDiscovery.qValues(
            made.stream().mapToDouble(key -> estimates.get(key).pValue()).toArray());
    Map<EffectKey, Double> found = new TreeMap<>();
    for (int place = 0; place < q.length; place++) {
      found.put(made.get(place), q[place]);
    }
    return found;
  }

  /** Chance of a false discovery, and the most that is allowed. */
  private record EffectChance(double q, double maxQ) {
    boolean isSmall() {
      return q <= maxQ;
    }
  }

  /** The reasons of comparisons that could not be made, by measure. */
  public Map<String, String> reasons() {
    Map<String, String> reasons = new TreeMap<>();
    estimates.forEach(
        (key, estimate) ->
            estimate
                .refusal()
                .ifPresent(
                    reason ->
                        reasons.put(EffectColumns.TABLE.name() + "." + key.effect(), reason)));
    return reasons;
  }

  private static Row row(AsOf asOf, EffectKey key, EffectEstimate estimate, EffectChance chance) {
    return RowWriter.of(EffectColumns.TABLE)
        .set(SharedColumns.AS_OF, asOf)
        .set(EffectColumns.EFFECT, key.effect())
        .set(VoiceColumns.GROUP_KIND, VoiceColumns.EVERYONE)
        .set(VoiceColumns.GROUP, VoiceColumns.ALL)
        .set(EffectColumns.LAG_MONTHS, (long) key.lagMonths())
        .set(EffectColumns.TREATED, estimate.treated())
        .set(EffectColumns.COMPARED, estimate.compared())
        .set(EffectColumns.DIFFERENCE, rounded(estimate.difference()))
        .set(EffectColumns.LOW, rounded(estimate.low()))
        .set(EffectColumns.HIGH, rounded(estimate.high()))
        .set(EffectColumns.METHOD, method(estimate.alike()))
        .set(EffectColumns.BALANCE, rounded(estimate.balance()))
        .set(EffectColumns.Q_VALUE, rounded(chance.q()))
        .set(EffectColumns.BEYOND_CHANCE, chance.isSmall())
        .row();
  }

  private static String method(int alike) {
    return "coarsened exact matching on "
        + String.join(", ", MEASURES.subList(0, alike))
        + " before it";
  }

  private static double rounded(double value) {
    return Math.round(value * DIGITS) / DIGITS;
  }
}
