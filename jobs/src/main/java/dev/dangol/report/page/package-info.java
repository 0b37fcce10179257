/** The report's page: words, charts and HTML made from its figures. */
package dev.dangol.report.page;
