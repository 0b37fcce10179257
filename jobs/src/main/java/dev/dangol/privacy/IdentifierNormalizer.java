package dev.dangol.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Normalises identifiers of people, so that equal ones have equal texts. Spark has neither
 * Unicode's composed form nor phone numbers.
 */
public final class IdentifierNormalizer {
  /** Blanks of any script, and marks without a width that come along when text is copied. */
  private static final Pattern AROUND =
      Pattern.compile("^[\\s\\p{Z}\\p{Cc}\\p{Cf}]+|[\\s\\p{Z}\\p{Cc}\\p{Cf}]+$");

  private static final Pattern EMAIL = Pattern.compile("[^\\s\\p{Z}@]+@[^\\s\\p{Z}@]+");

  private static final UserDefinedFunction TEXT =
      functions.udf((UDF1<String, String>) IdentifierNormalizer::plainText, DataTypes.StringType);
  private static final UserDefinedFunction ADDRESS =
      functions.udf((UDF1<String, String>) IdentifierNormalizer::plainEmail, DataTypes.StringType);
  private static final UserDefinedFunction NUMBER =
      functions.udf(
          (UDF2<String, String, String>) IdentifierNormalizer::plainPhone, DataTypes.StringType);
  private static final UserDefinedFunction REGION =
      functions.udf((UDF1<String, String>) IdentifierNormalizer::plainRegion, DataTypes.StringType);

  private IdentifierNormalizer() {}

  /** Composed and without blanks around it; null where nothing is left. */
  public static Column text(Column value) {
    return TEXT.apply(value);
  }

  /** An e-mail address in lower case; null for a text that is none. */
  public static Column email(Column value) {
    return ADDRESS.apply(value);
  }

  /**
   * A valid phone number as E.164, with its extension where it has one; null for a text that is
   * none, and for a number that names no country where none is known.
   *
   * @param country the country it is dialled in, where that is a two-letter code
   * @param region the country where the first is none, as a two-letter code
   */
  public static Column phone(Column value, Column country, Optional<String> region) {
    Column otherwise = functions.lit(region.orElse(null)).cast(DataTypes.StringType);
    return NUMBER.apply(value, functions.coalesce(REGION.apply(country), otherwise));
  }

  static String plainText(String value) {
    if (value == null) {
      return null;
    }
    String text = AROUND.matcher(TextNormalizer.normal(value)).replaceAll("");
    return text.isEmpty() ? null : text;
  }

  static String plainEmail(String value) {
    String text = plainText(value);
    return text == null || !EMAIL.matcher(text).matches() ? null : text.toLowerCase(Locale.ROOT);
  }

  static String plainRegion(String country) {
    String code = country == null ? "" : country.strip().toUpperCase(Locale.ROOT);
    return PhoneNumberUtil.getInstance().getSupportedRegions().contains(code) ? code : null;
  }

  private static String plainPhone(String value, String region) {
    if (value == null) {
      return null;
    }
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = numbers.parse(value, region);
      if (!numbers.isValidNumber(number)) {
        return null;
      }
      String dialled = numbers.format(number, PhoneNumberFormat.E164);
      // Many people share one switchboard: E.164 alone would make them one.
      return number.hasExtension() ? dialled + ";ext=" + number.getExtension() : dialled;
    } catch (NumberParseException noNumber) {
      return null;
    }
  }
}
