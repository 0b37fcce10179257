package dev.dangol.value.fitting;

/**
 * Convergence of a fit: its starts, steps, evaluations and last gradient.
 *
 * @param starts how many starting points were tried
 * @param iterations Newton steps on all triples, after the best starting point was chosen
 * @param evaluations how often the log-likelihood was computed, the small searches included
 * @param gradientNorm length of the gradient by the logarithms of the parameters, per customer; 0
 *     at a true maximum
 */
public record FitConvergence(int starts, int iterations, int evaluations, double gradientNorm) {}
