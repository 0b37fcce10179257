package dev.dangol.value.fitting;

import java.util.Optional;

/**
 * Limit of a model whose log-likelihood rises towards an edge of its parameters. The nested simpler
 * model that it becomes there is fitted in its place.
 *
 * @param limit the name of the simpler model
 * @param estimate its parameters
 * @param reason one plain sentence or two: which edge, and what the simpler model takes for granted
 */
public record LimitEstimate(String limit, ParameterEstimate estimate, String reason)
    implements FitResult {
  /** The same with another sentence. */
  public LimitEstimate saying(Optional<String> more) {
    return new LimitEstimate(limit, estimate, more.map(m -> reason + " " + m).orElse(reason));
  }

  @Override
  public Optional<ParameterEstimate> found() {
    return Optional.of(estimate);
  }

  @Override
  public Optional<String> remark() {
    return Optional.of(reason);
  }
}
