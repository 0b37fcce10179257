/** Columns of every other stored table, and the list of all tables. */
package dev.dangol.table.results;
