package dev.dangol.config;

/**
 * Settings of look-alikes and of prospects' first orders.
 *
 * @param horizonDays how many days ahead a first order is predicted
 * @param minPositives with fewer first orders to learn from, or to test by, none is predicted
 * @param maxValues how many values of attributes may count
 * @param penalty how strongly effects are pulled towards none, above 0
 */
public record LookalikeSettings(int horizonDays, int minPositives, int maxValues, double penalty) {}
