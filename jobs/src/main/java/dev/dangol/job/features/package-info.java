/** The job that measures customers, and the measurement of any single day. */
package dev.dangol.job.features;
