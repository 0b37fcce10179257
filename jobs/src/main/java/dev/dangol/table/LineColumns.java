package dev.dangol.table;

/**
 * Intermediate columns of a purchase line or an event before it is folded. They are never stored.
 */
public final class LineColumns {
  public static final Field BOUGHT =
      Field.flag("bought", "True for a purchase, false for a refund.");
  public static final Field COST =
      Field.units("line_cost", "What the line cost the business; null unknown.");
  public static final Field PROMOTED =
      Field.flag("promoted", "True where the line had a promotion.");

  public static final Field MATCHES =
      Field.count("matches", "A bit for each configured feature that the row matters for.");

  private LineColumns() {}
}
