package dev.dangol.config;

/**
 * Thresholds of customer types.
 *
 * @param from the score, 0 to 100, from which customers have a quality
 * @param high the score, 0 to 100, from which they have it strongly
 */
public record CustomerTypeSettings(double from, double high) {}
