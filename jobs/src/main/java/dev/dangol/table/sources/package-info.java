/** Columns of the sources that a business may have. */
package dev.dangol.table.sources;
