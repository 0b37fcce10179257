/** The page for people: sums of the published tables, in words, charts and tables of HTML. */
package dev.dangol.report;
