/** The job that reads sources into clean tables, and the load of each source. */
package dev.dangol.job.ingest;
