package dev.dangol.config;

/**
 * Report settings.
 *
 * @param directory the folder it is written to
 * @param language en or ko
 */
public record ReportSettings(String directory, String language) {}
