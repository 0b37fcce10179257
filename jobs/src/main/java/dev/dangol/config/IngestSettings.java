package dev.dangol.config;

import dev.dangol.table.ArrivalCutoff;

/**
 * How sources are taken in.
 *
 * @param incremental true to read only what is new since the last run
 * @param known which rows count as known, by when they arrived
 * @param refundDays how long after a purchase a refund that names no order may be of it
 */
public record IngestSettings(boolean incremental, ArrivalCutoff known, int refundDays) {}
