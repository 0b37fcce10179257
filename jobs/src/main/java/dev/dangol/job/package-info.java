/** Scheduled jobs: read tables, call steps, check, write. What all of them share. */
package dev.dangol.job;
