package dev.dangol.report.data;

import dev.dangol.table.Field;

/** Columns of the sums that the report is made from; no published table has them. */
public final class ReportColumns {
  public static final Field CUSTOMERS =
      Field.count("customers", "Customers in the group.").asRequired();
  public static final Field ROWS = Field.count("rows", "Rows in the group.").asRequired();

  /** The panel that a line belongs to, what the line is about, and its figures as text. */
  static final Field PANEL = Field.text("_panel", "The panel.");

  static final Field PANEL_KEYS = Field.list("_keys", "What the line is about.");
  static final Field PANEL_FIGURES = Field.list("_figures", "Its figures, as text.");

  private ReportColumns() {}

  /** The sum of a measure over the customers who have it, exact to four decimals. */
  public static Field sum(Field measure) {
    return Field.total(measure.name() + "_sum", "Sum over the customers who have it.");
  }

  /** The number of customers who have the measure. */
  public static Field measured(Field measure) {
    return Field.count(measure.name() + "_measured", "Customers who have it.").asRequired();
  }
}
