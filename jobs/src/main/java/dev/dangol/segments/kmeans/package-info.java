/**
 * k-means on plain arrays: blocks of rows, centres, and the sums that move them. Nothing here knows
 * Spark, a column or a customer, and everything adds up in a fixed order, so that the same rows
 * give the same bits.
 */
package dev.dangol.segments.kmeans;
