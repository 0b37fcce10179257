/** Steps from raw rows to clean rows; rejected rows go to quarantine with their reason. */
package dev.dangol.ingest;
