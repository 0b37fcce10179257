package dev.dangol.contacts.affinity;

import dev.dangol.config.AffinitySettings;
import dev.dangol.contacts.affinity.AffinityCounts.AffinityKey;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.AffinityColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Verdicts on what works and what fails in each group. False discoveries are controlled over all
 * values tested in it.
 *
 * @param settings when a value is tested, and when there is a verdict
 * @param minCustomers of messages to fewer customers there is none
 */
public record AffinityVerdicts(AffinitySettings settings, int minCustomers, AsOf asOf) {
  private static final Comparator<AffinityKey> ORDER =
      Comparator.comparing(AffinityKey::facet).thenComparing(AffinityKey::value);

  /**
   * One value with its lift.
   *
   * @param lift empty without another value, or without any response in the group
   */
  private record JudgedValue(
      AffinityKey key, ResponseSums own, ResponseSums all, Optional<ResponseLift> lift) {
    double pValue() {
      return lift.orElseThrow().pValue();
    }
  }

  /**
   * The rows of {@code affinities}; starts a Spark job.
   *
   * @param preferences the rows of {@code contact_preferences}
   * @param segments one row per customer with their segment
   * @param cohorts one row per cohort and member
   */
  public List<Row> rows(Dataset<Row> preferences, Dataset<Row> segments, Dataset<Row> cohorts) {
    return rows(AffinityCounts.of(preferences, segments, cohorts));
  }

  List<Row> rows(Map<AffinityKey, ResponseSums> sums) {
    Map<String, List<JudgedValue>> groups = new TreeMap<>();
    sums.keySet().stream()
        .filter(key -> key.value() != null)
        .sorted(ORDER)
        .forEach(
            key ->
                groups
                    .computeIfAbsent(key.group(), group -> new ArrayList<>())
                    .add(judged(key, sums)));
    return groups.values().stream().flatMap(values -> rows(values).stream()).toList();
  }

  private static JudgedValue judged(AffinityKey key, Map<AffinityKey, ResponseSums> sums) {
    ResponseSums own = sums.get(key);
    ResponseSums all = sums.get(new AffinityKey(key.group(), key.facet(), null));
    boolean comparable = own.sent() < all.sent() && all.responded() > 0;
    return new JudgedValue(
        key, own, all, comparable ? Optional.of(ResponseLift.of(own, all)) : Optional.empty());
  }

  private List<Row> rows(List<JudgedValue> group) {
    List<JudgedValue> tested =
        group.stream()
            .filter(this::isTested)
            .sorted(Comparator.comparingDouble(JudgedValue::pValue))
            .toList();
    Map<AffinityKey, Double> qValues = qValues(tested);
    return group.stream()
        .map(value -> row(value, Optional.ofNullable(qValues.get(value.key()))))
        .toList();
  }

  private boolean isTested(JudgedValue value) {
    return value.lift().isPresent()
        && value.own().sent() >= settings.minSends()
        && value.own().customers() >= minCustomers;
  }

  /** The q-values of values in order of their p-values: the step-up procedure from the last. */
  private static Map<AffinityKey, Double> qValues(List<JudgedValue> tested) {
    Map<AffinityKey, Double> found = new HashMap<>();
    double least = 1;
    for (int place = tested.size(); place > 0; place--) {
      JudgedValue value = tested.get(place - 1);
      least = Math.min(least, value.pValue() * tested.size() / place);
      found.put(value.key(), least);
    }
    return found;
  }

  private Row row(JudgedValue value, Optional<Double> q) {
    String[] group = value.key().group().split(GroupTally.BETWEEN, 2);
    double rate = (double) value.own().responded() / value.own().sent();
    double base = (double) value.all().responded() / value.all().sent();
    Optional<ResponseLift> lift = value.lift();
    return RowWriter.of(AffinityColumns.TABLE)
        .set(SharedColumns.AS_OF, asOf)
        .set(AffinityColumns.GROUP_KIND, group[0])
        .set(AffinityColumns.GROUP, group[1])
        .set(AffinityColumns.FACET, value.key().facet())
        .set(AffinityColumns.VALUE, value.key().value())
        .set(AffinityColumns.CUSTOMERS, value.own().customers())
        .set(AffinityColumns.SENT, value.own().sent())
        .set(AffinityColumns.RESPONDED, value.own().responded())
        .set(AffinityColumns.RESPONSE_RATE, rate)
        .set(AffinityColumns.BASE_RATE, base)
        .set(
            AffinityColumns.LIFT,
            base > 0 ? OptionalDouble.of(rate / base) : OptionalDouble.empty())
        .set(AffinityColumns.LIFT_LOW, lift.map(ResponseLift::low))
        .set(AffinityColumns.LIFT_HIGH, lift.map(ResponseLift::high))
        .set(AffinityColumns.Q_VALUE, q)
        .set(AffinityColumns.VERDICT, verdict(lift, q))
        .row();
  }

  private String verdict(Optional<ResponseLift> lift, Optional<Double> q) {
    if (q.filter(rate -> rate <= settings.maxQ()).isEmpty()) {
      return AffinityColumns.UNKNOWN;
    }
    return lift.orElseThrow().lift() > 1 ? AffinityColumns.WORKS : AffinityColumns.FAILS;
  }
}
