package dev.dangol.value.fitting;

/** A value and the bounds within which it lies with a probability of 95 %. */
public record ConfidenceInterval(double value, double low, double high) {}
