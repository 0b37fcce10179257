package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.TextRules;
import dev.dangol.table.ArrivalCutoff;
import java.util.OptionalInt;

/**
 * Settings of ingest.
 *
 * @param incremental true for an incremental load, which reads only new data since the last run
 * @param known which rows count as known, by when they arrived
 * @param refundDays how long after a purchase a refund that names no order may be of it
 * @param buckets how many buckets of customers large clean tables have; empty for by size
 */
public record IngestSettings(
    boolean incremental, ArrivalCutoff known, int refundDays, OptionalInt buckets) {
  /** Reads the section {@code ingest}. */
  static IngestSettings read(ConfigSection ingest) {
    return new IngestSettings(
        ingest.one("incremental", TextRules.YES_OR_NO).equals("true"),
        ingest.one("known-as-of", TextRules.KNOWLEDGE),
        ingest.one("refund-days", NumberRules.COUNT),
        ingest
            .optional("buckets", NumberRules.COUNT)
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty()));
  }
}
