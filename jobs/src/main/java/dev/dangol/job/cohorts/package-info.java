/** The job of ideal customers: fit, cohorts, personas, look-alikes, backtest, campaigns. */
package dev.dangol.job.cohorts;
