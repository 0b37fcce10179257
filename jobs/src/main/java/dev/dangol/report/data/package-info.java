/** Figures of the report, read from the published tables. */
package dev.dangol.report.data;
