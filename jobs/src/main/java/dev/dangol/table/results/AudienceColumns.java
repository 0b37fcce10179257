package dev.dangol.table.results;

import dev.dangol.table.Field;

/** Columns of customers on their way to an export; never stored. */
public final class AudienceColumns {
  public static final Field GROUPS =
      Field.list("_groups", "The lists that the customer is in, such as cohort/ideal.");
  public static final Field CONTROLS =
      Field.list("_controls", "The cohorts in whose control group the customer is.");
  public static final Field MARKS =
      Field.list("_marks", "Signs that they want no messages: day|complained|channel.");
  public static final Field ERASED = Field.flag("_erased", "True for a customer who was erased.");
  public static final Field CITY = Field.text("city", "The attribute city.");
  public static final Field GENDER = Field.text("gender", "The attribute gender.");
  public static final Field AGE = Field.text("age", "The attribute age.");
  public static final Field UNSUBSCRIBED_ON =
      Field.day("_unsubscribed_on", "The last day on which they unsubscribed.");
  public static final Field COMPLAINED =
      Field.flag("_complained", "True where they complained of a message.");

  private AudienceColumns() {}
}
