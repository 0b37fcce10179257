package dev.dangol.table.sources;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;
import org.apache.spark.sql.Column;

/** Contacts of customers and their consent: the only table with direct identifiers. */
public final class CustomerContacts {
  public static final Field EMAIL = Field.text("email", "The customer's e-mail address.");
  public static final Field PHONE = Field.text("phone", "The customer's phone number.");
  public static final Field NAME = Field.text("name", "The customer's name.");
  public static final Field FIRST_NAME =
      Field.text("first_name", "The customer's first name; never split from their name.");
  public static final Field LAST_NAME =
      Field.text("last_name", "The customer's family name; never split from their name.");
  public static final Field POSTCODE =
      Field.text("postcode", "The postal code, from the attribute of that name.");
  public static final Field BIRTH_DATE =
      Field.text("birth_date", "The birth date as it is written, from the attribute of that name.");
  public static final Field MADID =
      Field.text("madid", "The advertising id of a device, from the attribute of that name.");
  public static final Field ADDRESS = Field.text("address", "The customer's postal address.");
  public static final Field CONSENT =
      Field.texts(
          "consent",
          "Consent by channel: granted or withdrawn, and since which day (granted 2025-03-01).");

  public static final Field CONSENT_HISTORY =
      Field.list(
          "consent_history",
          "Every entry of consent by the day: channel, granted or withdrawn, and the day where one"
              + " is given (email granted 2025-03-01); in the order of the texts.");

  /** The columns of a source that must not be in any other table. */
  public static final List<Field> DIRECT_IDENTIFIERS =
      List.of(NAME, FIRST_NAME, LAST_NAME, EMAIL, PHONE, ADDRESS, CONSENT);

  /** The attributes that identify a person directly: they are kept here and nowhere else. */
  public static final List<Field> MOVED_ATTRIBUTES = List.of(POSTCODE, BIRTH_DATE, MADID);

  public static final Table TABLE =
      new Table(
          "customer_contacts",
          "How to reach a customer, with consent by channel.",
          List.of(SharedColumns.CUSTOMER_ID),
          List.of(
              SharedColumns.CUSTOMER_ID,
              NAME,
              FIRST_NAME,
              LAST_NAME,
              EMAIL,
              PHONE,
              ADDRESS,
              POSTCODE,
              BIRTH_DATE,
              MADID,
              CONSENT,
              CONSENT_HISTORY));

  /** The text shown in place of a direct identifier. */
  public static final String HIDDEN = "(hidden)";

  private static final String E_MAIL = "[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+\\.\\p{L}{2,}";

  private CustomerContacts() {}

  /** True for an SQL expression of attributes among which is one that is moved here. */
  public static boolean movesFrom(String expression) {
    return MOVED_ATTRIBUTES.stream().anyMatch(moved -> expression.contains(moved.name()));
  }

  /** The text with its e-mail addresses hidden: they may be anywhere, mapped or not. */
  public static Column withoutAddresses(Column text) {
    return regexp_replace(text, lit(E_MAIL), lit(HIDDEN));
  }

  /** The same of a message. */
  public static String withoutAddresses(String text) {
    return text.replaceAll(E_MAIL, HIDDEN);
  }
}
