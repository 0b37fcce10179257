package dev.dangol.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Spelling of phone numbers that libphonenumber calls valid; any other number has none. */
enum PhoneForm {
  /** E.164 with the plus and without an extension: +821012345678. */
  E164 {
    @Override
    String text(PhoneNumber number) {
      return PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164);
    }
  },
  /** The digits of E.164: 821012345678. */
  DIGITS {
    @Override
    String text(PhoneNumber number) {
      return E164.text(number).substring(1);
    }
  },
  /** The digits that are dialled within the country: 01012345678. */
  NATIONAL {
    @Override
    String text(PhoneNumber number) {
      return PhoneNumberUtil.getInstance()
          .format(number, PhoneNumberFormat.NATIONAL)
          .replaceAll("[^0-9]", "");
    }
  };

  abstract String text(PhoneNumber number);

  /** The number in this spelling; empty for a text that is no valid number. */
  String of(String value, String country) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = numbers.parse(value, IdentifierNormalizer.plainRegion(country));
      number.clearExtension();
      return numbers.isValidNumber(number) ? text(number) : "";
    } catch (NumberParseException noNumber) {
      return "";
    }
  }
}
