package dev.dangol.value.fitting;

/** Result of a fit: parameters, or the plain reason why there are none. */
public sealed interface FitResult permits ParameterEstimate, FailedFit {}
