/**
 * Guard of configured SQL text: expressions and queries are parsed and refused before Spark acts on
 * them.
 */
package dev.dangol.sql;
