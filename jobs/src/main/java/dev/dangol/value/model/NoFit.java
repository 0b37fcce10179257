package dev.dangol.value.model;

/**
 * No parameters were found.
 *
 * @param reason one plain sentence
 */
public record NoFit(String reason) implements FitResult {
  static NoFit tooFew(String forWhat, double repeatBuyers, FitRules rules) {
    return new NoFit(
        "Only "
            + Math.round(repeatBuyers)
            + " customers bought again"
            + forWhat
            + "; "
            + Math.max(1, rules.minRepeatBuyers())
            + " or more are needed.");
  }
}
