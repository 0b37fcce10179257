package dev.dangol.report.page;

import dev.dangol.report.data.CustomerTotals;
import dev.dangol.table.Field;
import dev.dangol.table.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Numbers as people read them: rounded, grouped and always with their unit. A missing number is put
 * in words, never shown as 0.
 */
public record ReadableNumbers(PageWords words, String currency) {
  /** The sign that differences have too. */
  private static final char MINUS = '−';

  public String customers(long count) {
    return unit("customers", count);
  }

  public String journeys(long count) {
    return unit("journeys", count);
  }

  public String cases(long count) {
    return unit("cases", count);
  }

  public String orders(long count) {
    return unit("orders", count);
  }

  public String messages(long count) {
    return unit("messages", count);
  }

  public String reasons(long count) {
    return unit("reasons", count);
  }

  public String rows(long count) {
    return unit("rows", count);
  }

  private String unit(String unit, long count) {
    return withUnit(unit, number(count));
  }

  /** A number of things with the words of its unit, or the words for an empty one. */
  public String withUnit(String unit, OptionalDouble value) {
    return value.isEmpty() ? notMeasured() : unit(unit, value.getAsDouble(), 2);
  }

  /** A value in the unit of its column. */
  public String value(Unit unit, double value) {
    return switch (unit) {
      case MONEY -> money(BigDecimal.valueOf(value));
      case SHARE -> share(value);
      default -> unit(unit.key(), value, unit.digits());
    };
  }

  /** A number of things with the words of its unit. */
  public String unit(String unit, double value, int decimals) {
    return withUnit(unit, number(value, decimals));
  }

  private String withUnit(String unit, String number) {
    String single = "unit." + unit + ".one";
    return number.equals("1") && words.has(single)
        ? words.text(single, number)
        : words.text("unit." + unit, number);
  }

  /** An amount of the reporting currency, with as many decimals as the currency has. */
  public String money(BigDecimal amount) {
    int decimals = decimals();
    NumberFormat format = format(decimals);
    format.setMinimumFractionDigits(decimals);
    String ownWords = "unit.money." + currency;
    return words.text(
        words.has(ownWords) ? ownWords : "unit.money", format.format(amount), currency);
  }

  /** A share of 0 to 1 in per cent; not measured where it is empty. */
  public String share(OptionalDouble share) {
    return share(share, "value.not_measured");
  }

  /** A share of 0 to 1 in per cent, or the words for an empty one. */
  public String share(OptionalDouble share, String wordsForNone) {
    return share.isEmpty() ? words.text(wordsForNone) : share(share.getAsDouble());
  }

  /** A part of a whole in per cent; not measured where the whole is nothing. */
  public String share(long part, long whole) {
    return share(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }

  /** A part of a whole in per cent; not measured where the whole is nothing or less. */
  public String share(BigDecimal part, BigDecimal whole) {
    return whole.signum() <= 0 ? notMeasured() : share(part.doubleValue() / whole.doubleValue());
  }

  /** An amount of the reporting currency, or the words for none. */
  public String money(Optional<BigDecimal> amount, String wordsForNone) {
    return amount.map(this::money).orElseGet(() -> words.text(wordsForNone));
  }

  /** A share of 0 to 1 in per cent: whole from 10 % on, with one decimal below. */
  public String share(double share) {
    double percent = percent(share);
    return percent == 0 && share > 0
        ? words.text("unit.percent_tiny")
        : words.text("unit.percent", number(percent, 1));
  }

  /** The number that is shown for a share of 0 to 1, in per cent. */
  static double percent(double share) {
    double percent = share * 100;
    return Math.abs(percent) < 9.95 ? Math.round(percent * 10) / 10.0 : Math.round(percent);
  }

  /** A lift, as times as often: two decimals below 2, one above. */
  public String times(double lift) {
    return unit("multiple", lift, lift < 2 ? 2 : 1);
  }

  /** A difference of two shares of 0 to 1 in percentage points, with its sign. */
  public String change(OptionalDouble difference) {
    return withSign(difference, 100, "percent_points", 1);
  }

  /** A difference of two amounts of the reporting currency, with its sign. */
  public String moneyChange(OptionalDouble difference) {
    if (difference.isEmpty()) {
      return notMeasured();
    }
    BigDecimal amount = BigDecimal.valueOf(Math.abs(difference.getAsDouble()));
    return sign(difference.getAsDouble())
        + money(amount.setScale(decimals(), RoundingMode.HALF_UP));
  }

  private String withSign(OptionalDouble value, double times, String unit, int decimals) {
    if (value.isEmpty()) {
      return notMeasured();
    }
    double scaled = value.getAsDouble() * times;
    return sign(scaled) + unit(unit, Math.abs(scaled), decimals);
  }

  private static String sign(double value) {
    return value > 0 ? "+" : value < 0 ? "−" : "";
  }

  /** Points of 100, with one decimal. */
  public String points(OptionalDouble points) {
    return points.isEmpty() ? notMeasured() : unit("points", points.getAsDouble(), 1);
  }

  /** A quality's mean over some customers. */
  public String mean(CustomerTotals customers, Field quality) {
    return customers.customers() == 0
        ? words.text("value.no_customers")
        : points(customers.mean(quality));
  }

  /** A day written out. */
  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(words.locale())
        .format(day);
  }

  /** Whole days from one day to another. */
  public String daysBetween(LocalDate from, LocalDate to) {
    return unit("days", ChronoUnit.DAYS.between(from, to));
  }

  public String notMeasured() {
    return words.text("value.not_measured");
  }

  String number(long count) {
    return format(0).format(count);
  }

  String number(double value, int decimals) {
    return format(decimals).format(value);
  }

  /** A number with exactly so many digits after the point, without a unit. */
  String fixed(BigDecimal value, int digits) {
    NumberFormat format = format(digits);
    format.setMinimumFractionDigits(digits);
    return format.format(value);
  }

  /** The reporting currency as headers name it. */
  String currencyWords() {
    String ownWords = "panel.unit.money." + currency;
    return words.has(ownWords) ? words.text(ownWords) : currency;
  }

  private NumberFormat format(int decimals) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(words.locale());
    symbols.setMinusSign(MINUS);
    NumberFormat format = new DecimalFormat("#,##0.###", symbols);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }

  /** The digits after the point of amounts. */
  int decimals() {
    return currencyOf()
        .map(Currency::getDefaultFractionDigits)
        .filter(digits -> digits >= 0)
        .orElse(2);
  }

  private Optional<Currency> currencyOf() {
    return Currency.getAvailableCurrencies().stream()
        .filter(one -> one.getCurrencyCode().equals(currency))
        .findFirst();
  }
}
