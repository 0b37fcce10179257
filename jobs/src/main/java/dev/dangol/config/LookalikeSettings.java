package dev.dangol.config;

/**
 * How people who have not bought are judged.
 *
 * @param horizonDays how many days ahead a first order is expected
 * @param minPositives with fewer first orders to learn from, or to test by, nothing is said
 * @param maxValues how many values of attributes may count
 * @param penalty how strongly effects are pulled towards none, above 0
 */
public record LookalikeSettings(int horizonDays, int minPositives, int maxValues, double penalty) {}
