package dev.dangol.effects;

/**
 * Start of a comparison for one customer.
 *
 * @param day the day whose earlier history is matched, days since 1970
 * @param treated whether it happened to them by the landmark
 * @param mark a further thing in which the compared must be alike, such as a channel
 */
public record TrialStart(int day, boolean treated, String mark) {}
