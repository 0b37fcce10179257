package dev.dangol.config;

/**
 * From which scores on a customer is said to be of a kind.
 *
 * @param from the score, 0 to 100, from which he has a quality
 * @param high the score, 0 to 100, from which he has it strongly
 */
public record CustomerTypeSettings(double from, double high) {}
