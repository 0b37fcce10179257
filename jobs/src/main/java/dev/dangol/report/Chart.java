package dev.dangol.report;

/**
 * A picture that the browser draws.
 *
 * @param id unique in the page
 * @param label what the picture shows, for those who do not see it
 * @param height in pixels
 * @param json the options of ECharts, safe inside a script element
 */
public record Chart(String id, String label, int height, String json) {}
