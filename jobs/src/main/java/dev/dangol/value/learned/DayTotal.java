package dev.dangol.value.learned;

/**
 * Net sales of one customer on one day.
 *
 * @param day days since 1970-01-01
 * @param net net sales of the day, refunds taken off
 * @param bought true for a purchase day, false for a day of refunds alone
 */
public record DayTotal(int day, double net, boolean bought) {}
