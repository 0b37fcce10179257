/**
 * Upkeep of a warehouse: days that are no longer kept, small files, and the rest of old versions.
 */
package dev.dangol.job.upkeep;
