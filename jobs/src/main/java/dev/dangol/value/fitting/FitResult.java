package dev.dangol.value.fitting;

import java.util.Optional;

/** Result of a fit: parameters, those of the model's limit at an edge, or the reason for none. */
public sealed interface FitResult permits ParameterEstimate, LimitEstimate, FailedFit {
  /** The parameters, at an edge those of the limit; empty where there are none. */
  Optional<ParameterEstimate> found();

  /** Sentences on the fit; empty where it is a plain maximum. */
  Optional<String> remark();
}
