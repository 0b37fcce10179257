package dev.dangol.effects;

import dev.dangol.table.Field;
import dev.dangol.table.sources.Source;
import java.util.List;
import java.util.Optional;

/**
 * Design of one comparison.
 *
 * @param effect its name
 * @param lagMonths the month after the landmark that is looked at, from 1; 0 for the whole span
 * @param outcome what is compared
 * @param rule where a customer's comparison starts
 * @param landmarkDays days from the start to the landmark
 * @param spanDays days from the landmark to the beginning and to the end of what is compared
 * @param needs the columns of sources that it cannot do without
 */
record EffectDesign(
    String effect,
    int lagMonths,
    EffectOutcome outcome,
    TrialRule rule,
    int landmarkDays,
    OutcomeSpan spanDays,
    List<SourceNeed> needs) {

  /**
   * Days after the landmark.
   *
   * @param after the first day that does not count
   * @param until the last that does
   * @param over the days that must be over for a customer to have a part
   */
  record OutcomeSpan(int after, int until, int over) {}

  /**
   * Column of a source, or the source as such.
   *
   * @param column empty where the source is enough
   */
  record SourceNeed(Source source, Optional<Field> column) {
    static SourceNeed of(Source source) {
      return new SourceNeed(source, Optional.empty());
    }

    static SourceNeed of(Source source, Field column) {
      return new SourceNeed(source, Optional.of(column));
    }
  }

  /** The customer's part in it; empty without one. */
  Optional<MatchedTrial> trial(CustomerTimeline customer, int asOfDay) {
    return rule.start(customer, asOfDay - landmarkDays - spanDays.over())
        .map(
            start -> {
              int landmark = start.day() + landmarkDays;
              double value =
                  outcome.of(customer, landmark + spanDays.after(), landmark + spanDays.until());
              return new MatchedTrial(start, PriorHistory.before(customer, start.day()), value);
            });
  }

  /** The key of its rows. */
  EffectKey key() {
    return new EffectKey(effect, lagMonths);
  }
}
