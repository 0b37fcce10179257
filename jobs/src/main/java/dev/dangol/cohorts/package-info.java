/** Cohorts: members by configured predicates, their periods, changes and totals. */
package dev.dangol.cohorts;
