package dev.dangol.privacy;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Named normal form of a personal detail, as a platform compares it. It turns a text into its
 * normal text, and one that cannot be used into an empty text, never into the hash of nothing. The
 * second argument of a form is the customer's country, a two-letter code or empty, which only phone
 * numbers need.
 *
 * <p>The forms and their vectors are those that Google, Meta and TikTok publish; {@code
 * docs/exports.md} lists them.
 */
@SuppressWarnings("ImmutableEnumChecker") // The rules have no state.
public enum IdentifierForm {
  /** Composed, without blanks around it, and control characters become blanks. */
  TEXT("text", (text, country) -> text),
  /** Without any blank, lower case; one {@literal @} between two texts. */
  EMAIL("email", (text, country) -> email(text)),
  /** As EMAIL; at gmail.com and googlemail.com without dots and the part after a plus. */
  EMAIL_GOOGLE("email-google", (text, country) -> googleEmail(email(text))),
  PHONE_E164("phone-e164", PhoneForm.E164::of),
  PHONE_DIGITS("phone-digits", PhoneForm.DIGITS::of),
  PHONE_NATIONAL("phone-national", PhoneForm.NATIONAL::of),
  /** Lower case; inner blanks, punctuation, digits and accents stay. */
  NAME_GOOGLE("name-google", (text, country) -> lower(text)),
  /** Lower case, without blanks and punctuation. */
  NAME_META("name-meta", (text, country) -> bare(text)),
  /** Lower case, without blanks and punctuation. */
  CITY("city", (text, country) -> bare(text)),
  /** The two-letter code in lower case; empty for what names no country. */
  COUNTRY("country", (text, country) -> lower(CountryCodes.of(text))),
  /** The two-letter code in capitals; empty for what names no country. */
  COUNTRY_CODE("country-code", (text, country) -> CountryCodes.of(text)),
  /** Lower case, without blanks. */
  ZIP("zip", (text, country) -> lower(withoutBlanks(text))),
  /** f or m. */
  GENDER("gender", (text, country) -> gender(lower(text))),
  /** Four digits of the year of a date. */
  BIRTH_YEAR("birth-year", (text, country) -> birthYear(text)),
  /** An advertising id: lower case, without blanks. */
  DEVICE("madid", (text, country) -> lower(withoutBlanks(text))),
  /** A number without exponent; empty for what is none. */
  NUMBER("number", (text, country) -> PlainNumbers.of(text).orElse("")),
  /** A number without exponent, of which a negative one is 0. */
  NOT_NEGATIVE("value", (text, country) -> PlainNumbers.notNegative(text).orElse(""));

  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]");
  private static final Pattern BLANK_OR_MARK = Pattern.compile("[\\s\\p{Z}\\p{P}]");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");
  private static final Pattern GMAIL = Pattern.compile("([^@]+)@(gmail\\.com|googlemail\\.com)");
  private static final Pattern ADDRESS = Pattern.compile("[^@]+@[^@]+");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");

  private final String word;
  private final BinaryOperator<String> rule;

  IdentifierForm(String word, BinaryOperator<String> rule) {
    this.word = word;
    this.rule = rule;
  }

  /** Its name in settings and manifests. */
  public String word() {
    return word;
  }

  /** The version of its rule: a new one where the same text would come out otherwise. */
  public int version() {
    return 1;
  }

  /** The form of that name. */
  public static Optional<IdentifierForm> named(String name) {
    return Stream.of(values()).filter(form -> form.word.equals(name)).findFirst();
  }

  /**
   * The normal text; empty where the text is missing or cannot be used.
   *
   * @param country a two-letter code; empty where it is not known
   */
  public String of(String text, String country) {
    String whole = text == null ? "" : clean(text);
    return whole.isEmpty() ? "" : rule.apply(whole, country);
  }

  private static String clean(String text) {
    String plain = IdentifierNormalizer.plainText(text);
    return plain == null ? "" : CONTROL.matcher(plain).replaceAll(" ");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String withoutBlanks(String text) {
    return BLANK.matcher(text).replaceAll("");
  }

  private static String bare(String text) {
    return BLANK_OR_MARK.matcher(lower(text)).replaceAll("");
  }

  private static String email(String text) {
    String address = lower(withoutBlanks(text));
    return ADDRESS.matcher(address).matches() ? address : "";
  }

  private static String googleEmail(String address) {
    Matcher mail = GMAIL.matcher(address);
    if (!mail.matches()) {
      return address;
    }
    String name = mail.group(1).replaceFirst("\\+.*", "").replace(".", "");
    return name.isEmpty() ? "" : name + "@" + mail.group(2);
  }

  private static String gender(String text) {
    return switch (text) {
      case "f", "female", "woman", "w", "여", "여성", "여자" -> "f";
      case "m", "male", "man", "남", "남성", "남자" -> "m";
      default -> "";
    };
  }

  private static String birthYear(String text) {
    Optional<String> ofDay = BirthDates.day(text).map(day -> String.valueOf(day.getYear()));
    return ofDay.orElseGet(() -> YEAR.matcher(text).matches() ? text : "");
  }
}
