package dev.dangol.config;

/**
 * What data must hold.
 *
 * @param maxRejectedShare share of a source's rows that may be rejected, 0 to 1
 * @param ratingFrom the lowest rating possible
 * @param ratingTo the highest rating possible
 */
public record QualitySettings(double maxRejectedShare, double ratingFrom, double ratingTo) {}
