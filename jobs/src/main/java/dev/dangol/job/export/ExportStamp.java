package dev.dangol.job.export;

import java.time.LocalDate;

/**
 * Stamp of a day's exports.
 *
 * @param run the run that writes them
 * @param asOf the day that they are made from
 * @param expiresOn the first day on which they may be removed
 */
record ExportStamp(String run, LocalDate asOf, LocalDate expiresOn) {}
