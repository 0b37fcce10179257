package dev.dangol.store;

/**
 * A file behind a source.
 *
 * @param path where it is
 * @param state what changes when its content does: its length and the time of its last change
 */
public record RawFile(String path, String state) {}
