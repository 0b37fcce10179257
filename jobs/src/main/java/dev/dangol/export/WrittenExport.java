package dev.dangol.export;

/**
 * File that was written whole.
 *
 * @param name its name in the target's folder
 * @param purpose what its rows are for
 * @param rows how many they are
 * @param sha256 of its bytes, in hexadecimal
 */
public record WrittenExport(String name, FilePurpose purpose, long rows, String sha256) {}
