package dev.dangol.config;

/**
 * Benchmark: a published figure, shown beside the business's own and never computed with.
 *
 * @param from the figure, or the smaller one of a range
 * @param to the same figure, or the larger one of a range
 * @param source the publication it is quoted from
 */
public record BenchmarkSettings(double from, double to, String source) {}
