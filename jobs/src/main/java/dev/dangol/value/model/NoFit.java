package dev.dangol.value.model;

/**
 * No parameters were found.
 *
 * @param reason one plain sentence
 */
public record NoFit(String reason) implements FitResult {}
