/** The vocabulary: fields, tables and the as-of day. Its rooms name every column once. */
package dev.dangol.table;
