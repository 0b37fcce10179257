/**
 * Which segment of a day was which one of an earlier day, and what became of the others: plain
 * arithmetic on counts of customers and on centres.
 */
package dev.dangol.segments.lineage;
