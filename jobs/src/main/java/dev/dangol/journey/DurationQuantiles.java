package dev.dangol.journey;

import java.io.Serializable;

/**
 * Quantiles of the durations of a group, in days.
 *
 * @param group the group
 * @param half the time at which half have ended; null where fewer do
 * @param tenth the time at which a tenth is left; null where more is
 * @param median the median of all durations, whether they ended or not
 */
record DurationQuantiles(String group, Double half, Double tenth, Double median)
    implements Serializable {}
