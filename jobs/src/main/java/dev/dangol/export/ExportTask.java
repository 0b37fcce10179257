package dev.dangol.export;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Facts of one day's exports that every target needs.
 *
 * @param rules rules that hold for every target
 * @param cohorts the predicate of each cohort
 * @param region the country of customers whose own is not known; empty for none
 * @param zone the time zone in which days begin
 * @param pseudonymKey the secret of pseudonyms
 * @param numbers the expressions whose values are numbers
 * @param deliveries the paths of full files of earlier days by target and group, newest first
 * @param korean true where readers are Korean
 * @param meanings what a column is, in the readers' language
 */
public record ExportTask(
    ExportRules rules,
    Map<String, String> cohorts,
    String region,
    ZoneId zone,
    Optional<String> pseudonymKey,
    Set<String> numbers,
    Map<String, List<String>> deliveries,
    boolean korean,
    UnaryOperator<String> meanings) {

  CellValues cells(AudienceList list) {
    return new CellValues(list, region, zone, pseudonymKey);
  }

  List<String> delivered(AudienceList list) {
    return deliveries.getOrDefault(deliveryKey(list.target().name(), list.group()), List.of());
  }

  /** The key of a list among the deliveries. */
  public static String deliveryKey(String target, String group) {
    return target + "/" + group;
  }

  /** Hides the key. */
  @Override
  public String toString() {
    return "exports of " + rules.asOf();
  }
}
