package dev.dangol.table;

/**
 * Intermediate columns of a purchase line, review or event before it is folded. They are never
 * stored.
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
  public static final Field UNIT_PRICE =
      Field.number(
          "unit_price",
          "Ten-thousandths of what was paid for each piece; null for a refund, and where the"
              + " category is not known or nothing was delivered for it.");
  public static final Field MOMENT =
      Field.count("moment", "When it happened, in microseconds since 1970.");
  public static final Field RATING_UNITS = Field.count("rating_units", "A rating in billionths.");
  public static final Field SCALED_UNITS =
      Field.count(
          "scaled_units",
          "A rating on the scale from 0 to 1, in trillionths; null where the scale has no length.");
  public static final Field LENGTH =
      Field.count("text_length", "The characters of a text; null without one.");
  public static final Field AMOUNT_UNITS =
      Field.units("amount_units", "An amount in ten-thousandths; null unknown.");
  public static final Field PARTS =
      Field.count("parts", "A number in the parts that its source declares; null unknown.");
  public static final Field SCORE = Field.number("given_score", "A score; null without one.");
  public static final Field DUE_ON =
      Field.day("due_on", "The day on which the time for a reply runs out.");
  public static final Field REOPENED_ON =
      Field.day("reopened_on", "The day on which a case was opened again.");
  public static final Field MATCHES =
      Field.count("matches", "A bit for each configured feature that the row matters for.");

  private LineColumns() {}
}
