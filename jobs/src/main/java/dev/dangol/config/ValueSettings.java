package dev.dangol.config;

import java.util.OptionalDouble;

/**
 * What a sale is worth.
 *
 * @param margin share of net sales that is margin, 0 to 1, where lines carry no cost; empty where
 *     it is not known
 */
public record ValueSettings(OptionalDouble margin) {}
