/** The job of customer lifetime value. */
package dev.dangol.job.value;
