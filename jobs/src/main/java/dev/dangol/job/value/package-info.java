/** The job of customer lifetime value, and the rows of its small tables. */
package dev.dangol.job.value;
