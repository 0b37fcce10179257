/** One class per scheduled job: read tables, call steps, check, write. */
package dev.dangol.job;
