package dev.dangol.value.model;

/** A value and the bounds within which it lies with a probability of 95 %. */
public record Interval(double value, double low, double high) {}
