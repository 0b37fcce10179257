package dev.dangol.table.features;

import dev.dangol.table.Field;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code customer_features} on who a customer is and how they came to buy. */
public final class AcquisitionColumns {
  public static final Field SIGNED_UP_ON =
      Field.day(
          "signed_up_on",
          "The day of the sign-up, the first of several; null where it is not known, or later than"
              + " the as-of day.");
  public static final Field ACQUIRED_BY =
      Field.text(
          "acquired_by",
          "What brought the customer, as their record says; of several the first by name, one with"
              + " a sign-up later than the as-of day left out.");
  public static final Field IS_COMPANY =
      Field.flag(
          "is_company",
          "True for a company, false for a person, as their record says; of several true where any"
              + " says so. Null where it is not known, or the sign-up is later than the as-of"
              + " day.");
  public static final Field COUNTRY =
      Field.text(
          "country",
          "The customer's country, as their record says; of several the first by name, one with a"
              + " sign-up later than the as-of day left out.");
  public static final Field FIRST_CONTACT_ON =
      Field.day(
          "first_contact_on",
          "The day of the first engagement event or of the sign-up, whichever came first; null"
              + " where neither is known.");
  public static final Field DAYS_TO_FIRST_ORDER =
      Field.count(
          Unit.DAYS,
          "days_to_first_order",
          "Days from first_contact_on to the first purchase; null where that is not known, or is"
              + " later than the first purchase.");

  public static final List<Field> FEATURES =
      List.of(
          SIGNED_UP_ON, ACQUIRED_BY, IS_COMPANY, COUNTRY, FIRST_CONTACT_ON, DAYS_TO_FIRST_ORDER);

  private AcquisitionColumns() {}
}
