package dev.dangol.config.hocon;

import dev.dangol.table.ArrivalCutoff;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Value rules of texts. */
public final class TextRules {
  private static final Pattern RUNS_JAVA =
      Pattern.compile("\\b((try_)?reflect|java_method)\\b", Pattern.CASE_INSENSITIVE);

  public static final ValueRule<String> TEXT =
      ValueRule.of(
          "a text that is not blank", "", text -> Optional.of(text).filter(t -> !t.isBlank()));

  /** SQL: an expression, a predicate or a query. Functions that call Java are refused. */
  public static final ValueRule<String> SQL =
      ValueRule.of(
          "SQL, not blank, and without reflect and java_method, which would run any Java",
          "",
          text -> TEXT.read(text).filter(sql -> !RUNS_JAVA.matcher(sql).find()));

  /** A name that becomes a value in tables and part of file names. */
  public static final ValueRule<String> NAME =
      matching("small letters, digits, dashes and underscores, a letter first", "[a-z][a-z0-9_-]*");

  /** A name that SQL understands without quotes. */
  public static final ValueRule<String> VIEW =
      matching("letters, digits and underscores, a letter first", "[A-Za-z][A-Za-z0-9_]*");

  public static final ValueRule<String> CATALOG_NAME =
      matching("letters, digits, dashes and underscores, or empty", "[A-Za-z0-9_-]*");

  public static final ValueRule<String> YES_OR_NO = ValueRule.oneOf(List.of("true", "false"));

  public static final ValueRule<LocalDate> DAY =
      ValueRule.of("a day written as 2018-07-01", LocalDate.EPOCH, TextRules::day);

  public static final ValueRule<ArrivalCutoff> KNOWLEDGE =
      ValueRule.of(
          "as-of, now, or a day written as 2018-07-01",
          ArrivalCutoff.OF_THE_DAY,
          text ->
              switch (text) {
                case "as-of" -> Optional.of(ArrivalCutoff.OF_THE_DAY);
                case "now" -> Optional.of(ArrivalCutoff.OF_NOW);
                default -> day(text).map(ArrivalCutoff::of);
              });

  public static final ValueRule<String> COUNTRY =
      ValueRule.of(
          "a two-letter country code such as KR",
          "",
          text -> Optional.of(text).filter(Set.of(Locale.getISOCountries())::contains));

  public static final ValueRule<ZoneId> TIME_ZONE =
      new ValueRule<>(
          "a time zone such as Asia/Seoul, UTC or +09:00",
          ZoneId.getAvailableZoneIds().stream().filter(TextRules::region).toList(),
          ZoneOffset.UTC,
          TextRules::zone);

  public static final ValueRule<String> CURRENCY = currency();

  private TextRules() {}

  private static ValueRule<String> matching(String meaning, String pattern) {
    Predicate<String> matches = Pattern.compile(pattern).asMatchPredicate();
    return ValueRule.of(meaning, "", text -> Optional.of(text).filter(matches));
  }

  private static ValueRule<String> currency() {
    List<String> codes =
        Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).toList();
    return new ValueRule<>(
        "an ISO 4217 currency code such as KRW or USD",
        codes,
        "",
        text -> Optional.of(text).filter(codes::contains));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException notAZone) {
      return Optional.empty();
    }
  }

  private static boolean region(String zone) {
    return zone.contains("/") && !zone.startsWith("SystemV/") && !zone.startsWith("Etc/");
  }
}
