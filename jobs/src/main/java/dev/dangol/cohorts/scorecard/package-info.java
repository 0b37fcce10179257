/** Scorecard: criteria, cut points, points, fit levels and ranks of customers. */
package dev.dangol.cohorts.scorecard;
