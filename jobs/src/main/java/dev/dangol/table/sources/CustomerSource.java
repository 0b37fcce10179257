package dev.dangol.table.sources;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import java.util.List;

/** Columns of customer records: who they are, without how to reach them. */
public final class CustomerSource {
  public static final Field SIGNED_UP_AT =
      Field.instant("signed_up_at", "When the customer signed up.");
  public static final Field COUNTRY = Field.text("country", "The customer's country.");
  public static final Field EXTERNAL_ID =
      Field.text("external_id", "The customer's id in another system.");
  public static final Field ACQUIRED_BY =
      Field.text("acquired_by", "What brought the customer: a campaign, a channel, a friend….");
  public static final Field ATTRIBUTES =
      Field.texts("attributes", "Free attributes: age band, region, occupation, interests….");
  public static final Field IS_COMPANY =
      Field.flag("is_company", "True for a company, false for a person.");
  public static final Field COMPANY_ID =
      Field.text("company_id", "The company that a person belongs to.");

  public static final List<Field> FIELDS =
      List.of(
          SharedColumns.CUSTOMER_ID,
          SIGNED_UP_AT,
          CustomerContacts.NAME,
          CustomerContacts.FIRST_NAME,
          CustomerContacts.LAST_NAME,
          CustomerContacts.EMAIL,
          CustomerContacts.PHONE,
          CustomerContacts.ADDRESS,
          COUNTRY,
          EXTERNAL_ID,
          ACQUIRED_BY,
          ATTRIBUTES,
          CustomerContacts.CONSENT,
          IS_COMPANY,
          COMPANY_ID);

  private CustomerSource() {}
}
