/** Tables of a day that are made of its other tables, once these are written. */
package dev.dangol.job.evidence;
