/** Who is ideal: scorecard, fit, and cohorts with their members over time. */
package dev.dangol.cohorts;
