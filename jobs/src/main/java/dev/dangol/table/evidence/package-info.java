/** Columns of the tables that weigh customers, campaigns and profiles by their evidence. */
package dev.dangol.table.evidence;
