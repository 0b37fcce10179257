package dev.dangol.value.fitting;

import java.util.Optional;

/**
 * A fit that found no parameters.
 *
 * @param reason one plain sentence
 */
public record FailedFit(String reason) implements FitResult {
  @Override
  public Optional<ParameterEstimate> found() {
    return Optional.empty();
  }

  @Override
  public Optional<String> remark() {
    return Optional.of(reason);
  }

  /**
   * A fit to fewer repeat buyers than the rules ask for.
   *
   * @param forWhat what follows "bought again" in the reason; may be empty
   */
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
