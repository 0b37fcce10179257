package dev.dangol.value.fitting;

/**
 * No parameters were found.
 *
 * @param reason one plain sentence
 */
public record FailedFit(String reason) implements FitResult {
  public static FailedFit tooFew(String forWhat, double repeatBuyers, FitRules rules) {
    return new FailedFit(
        "Only "
            + Math.round(repeatBuyers)
            + " customers bought again"
            + forWhat
            + "; "
            + Math.max(1, rules.minRepeatBuyers())
            + " or more are needed.");
  }
}
