package dev.dangol.store.raw;

/**
 * File of a source, with its state.
 *
 * @param path its path, as Hadoop writes paths: no character escaped
 * @param state differs when the file has changed: its length and time of change; for a file of a
 *     Delta table, which never changes, the rows deleted from it
 */
public record RawFile(String path, String state) {}
