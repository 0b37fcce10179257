package dev.dangol.value;

import dev.dangol.value.model.ForecastAccuracy;

/**
 * How well a model or a plain rule foretold the span held out.
 *
 * @param logScore NaN for rules, which give no probabilities
 */
public record ModelScore(ForecastAccuracy judgement, double logScore) {}
