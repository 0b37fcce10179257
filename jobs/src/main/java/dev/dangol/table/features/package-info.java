/** Columns of customer features, by family, and their names in English and Korean. */
package dev.dangol.table.features;
