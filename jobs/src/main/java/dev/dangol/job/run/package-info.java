/** Order, skipping, recovery and timekeeping of jobs. */
package dev.dangol.job.run;
