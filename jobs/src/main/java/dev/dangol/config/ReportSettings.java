package dev.dangol.config;

/**
 * The report.
 *
 * @param directory the folder it is written to
 * @param language en or ko
 */
public record ReportSettings(String directory, String language) {}
