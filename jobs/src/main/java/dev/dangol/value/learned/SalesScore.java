package dev.dangol.value.learned;

import dev.dangol.value.model.ForecastAccuracy;

/**
 * Score of a candidate on the later net sales of sampled customers. Numbers that cannot be computed
 * are NaN.
 *
 * @param topTenth the share of all later net sales that the tenth of customers with the highest
 *     predictions brought; chance decides among equals
 * @param topFifth the same of the fifth
 * @param accuracy of the amounts, each calibrated on the other half of the customers; empty amounts
 *     and buckets for a rule that ranks alone
 */
public record SalesScore(double topTenth, double topFifth, ForecastAccuracy accuracy) {}
