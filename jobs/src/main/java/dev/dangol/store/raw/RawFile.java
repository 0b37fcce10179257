package dev.dangol.store.raw;

/**
 * A file behind a source.
 *
 * @param path where it is, as Hadoop writes paths: no character escaped
 * @param state what changes when the file does: its length and time of change; for a file of a
 *     Delta table, which never changes, the rows deleted from it
 */
public record RawFile(String path, String state) {}
