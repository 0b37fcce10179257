/**
 * Segment lineage: matches the segments of a day with those of an earlier day and says what became
 * of the others, by plain arithmetic on counts of customers and on centres.
 */
package dev.dangol.segments.lineage;
