/** Backtest: customers chosen on an earlier day, and their outcomes since, beside simple rules. */
package dev.dangol.cohorts.backtest;
