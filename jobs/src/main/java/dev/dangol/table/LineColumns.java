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

  public static final Field NAMES_ORDER =
      Field.flag("names_order", "True for a refund that names its order.");
  public static final Field PROMISED_ON =
      Field.day("promised_on", "The day on which delivery was promised.");
  public static final Field STATE =
      Field.count("state", "What was known of the line and its delivery on each day, as bits.");
  public static final Field MATCHES =
      Field.count("matches", "A bit for each configured feature that the row matters for.");

  private LineColumns() {}
}
