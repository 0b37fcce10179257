/** One pass over the rows of each customer, in plain Java: cursors, their merge, accumulators. */
package dev.dangol.features.fold;
