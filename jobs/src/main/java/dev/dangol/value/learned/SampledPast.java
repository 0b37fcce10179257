package dev.dangol.value.learned;

import java.util.Optional;

/**
 * Sampled customer at the three cuts, each empty where they had not bought by then.
 *
 * @param trained as of two spans before the day, with what followed in the first
 * @param judged as of one span before the day, with what followed in it
 * @param scored the features as of the day
 */
public record SampledPast(
    String customer,
    Optional<SalesCase> trained,
    Optional<SalesCase> judged,
    Optional<double[]> scored) {}
