/** Percentile ranks over all customers of a day, computed from value counts without a sort. */
package dev.dangol.ranks;
