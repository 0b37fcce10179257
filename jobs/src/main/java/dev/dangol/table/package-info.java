/**
 * The vocabulary: every table and column that Dangol reads or writes, named, typed and explained
 * once. All other rooms refer to columns through this one.
 */
package dev.dangol.table;
