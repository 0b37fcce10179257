package dev.dangol.segments;

import dev.dangol.segments.kmeans.Centres;
import dev.dangol.segments.kmeans.Trial;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a fit found.
 *
 * @param model the chosen model
 * @param trials every number of segments that was tried
 * @param chosen the one that is used, by its place among the trials
 * @param profiles the segments, in their final order
 * @param customers how many there are, those set aside included
 * @param netSales of all of them
 * @param leftOut the configured features that were not used, each with the reason
 */
record Fitted(
    Model model,
    List<Trial> trials,
    int chosen,
    List<Profile> profiles,
    long customers,
    BigDecimal netSales,
    Map<String, String> leftOut) {

  Fitted leavingOut(Map<String, String> reasons) {
    return new Fitted(model, trials, chosen, profiles, customers, netSales, reasons);
  }

  /** Without customers there is nothing to find. */
  static Fitted nobody(Map<String, String> leftOut) {
    Model none = new Model(new Preparation(List.of(), List.of()), Centres.none());
    return new Fitted(none, List.of(), -1, List.of(), 0, BigDecimal.ZERO, leftOut);
  }
}
