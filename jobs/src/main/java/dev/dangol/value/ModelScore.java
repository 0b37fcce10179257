package dev.dangol.value;

import dev.dangol.value.model.ForecastAccuracy;

/**
 * Score of a model or a plain rule: its forecast accuracy on the holdout period.
 *
 * @param logScore NaN for rules, which give no probabilities
 */
public record ModelScore(ForecastAccuracy judgement, double logScore) {}
