package dev.dangol.journey;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.JourneyColumns;
import java.util.List;

/** Columns of a row in the trace of a person; never stored. */
final class TraceColumns {
  static final Field KIND = Field.text("_kind", "What the row is, as in TraceKind.");
  static final Field LATER = Field.flag("_later", "False for what is given first.");
  static final Field AT = Field.count("_at", "Microseconds since the epoch.");
  static final Field KEY = Field.text("_key", "The row that it comes from.");
  static final Field STAGE = Field.count("_stage", "The place of the stage; -1 for none.");
  static final Field NAME = Field.text("_name", "The event, the order, or the referrer.");
  static final Field LABEL = Field.text("_label", "The kind of error or contact, or the line.");
  static final Field MONTH = Field.count("_month", "Year times twelve plus month; 0 unknown.");
  static final Field AMOUNT = Field.units("_amount", "The cost, or the net amount of a line.");
  static final Field BITS = Field.count("_bits", "The goals that it serves, a bit each.");
  static final Field DRIVERS = Field.count("_drivers", "The drivers that it is, a bit each.");
  static final Field REFUND = Field.flag("_refund", "True for a line that refunds.");
  static final Field UNTIL = Field.count("_until", "When a case was resolved, in microseconds.");

  /** All of them, in order. */
  static final List<Field> ALL =
      List.of(
          JourneyColumns.CUSTOMER_ID,
          JourneyColumns.VISITOR_ID,
          KIND,
          LATER,
          AT,
          KEY,
          STAGE,
          NAME,
          LABEL,
          SharedColumns.CHANNEL,
          SharedColumns.CAMPAIGN_ID,
          SharedColumns.CATEGORY,
          MONTH,
          AMOUNT,
          BITS,
          DRIVERS,
          REFUND,
          UNTIL);

  private TraceColumns() {}
}
