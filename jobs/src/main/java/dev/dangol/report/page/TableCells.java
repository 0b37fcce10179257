package dev.dangol.report.page;

import dev.dangol.report.data.CustomerTotals;
import dev.dangol.table.Field;
import dev.dangol.table.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;

/** Cells of tables: bare numbers with the same digits, whose unit stands in the header. */
public record TableCells(PageWords words, ReadableNumbers figures) {
  private static final int SHARE_DIGITS = 1;
  private static final int POINT_DIGITS = 1;
  private static final int TIMES_DIGITS = 2;
  private static final int WHOLE = 100;

  /**
   * A header with its unit.
   *
   * @param key the key of its words
   * @param kind what its cells are: share, change of a share, money, mean, points, times, days,
   *     minutes; others need no unit
   */
  public String header(String key, String kind) {
    return named(words.text(key), kind);
  }

  /**
   * A name with the unit of its cells, where a table has other units in other rows.
   *
   * @param kind as for headers
   */
  public String named(String name, String kind) {
    return switch (kind) {
      case "share" -> name + " (%)";
      case "money" -> name + " (" + figures.currencyWords() + ")";
      case "change" -> name + " (" + words.text("panel.unit.percent_points") + ")";
      case "mean", "points", "days", "minutes" ->
          name + " (" + words.text("panel.unit." + (kind.equals("mean") ? "points" : kind)) + ")";
      case "times" -> name + " (×)";
      default -> name;
    };
  }

  /** A number with so many digits after the point, or the words for none. */
  public String decimal(OptionalDouble number, int digits, String wordsForNone) {
    return number.isEmpty()
        ? words.text(wordsForNone)
        : figures.fixed(BigDecimal.valueOf(number.getAsDouble()), digits);
  }

  /** A multiple of something, with as many digits in every cell. */
  public String times(double multiple) {
    return figures.fixed(BigDecimal.valueOf(multiple), TIMES_DIGITS);
  }

  /** An interval, each end a cell. */
  public String span(String low, String high) {
    return words.text("uplift.span", low, high);
  }

  /** The interval of a share, or the words for none. */
  public String span(OptionalDouble low, OptionalDouble high) {
    return low.isEmpty() ? figures.notMeasured() : span(share(low), share(high));
  }

  /** A number of a unit, with the digits that all numbers of the unit have in a column. */
  String number(Unit unit, BigDecimal number) {
    return switch (unit) {
      case MONEY -> money(number);
      case SHARE -> figures.fixed(number.multiply(BigDecimal.valueOf(WHOLE)), SHARE_DIGITS);
      case PEOPLE, PLAIN -> figures.fixed(number, 0);
      default -> figures.fixed(number, unit.digits());
    };
  }

  public String customers(long count) {
    return figures.number(count);
  }

  /** A share of 0 to 1 in per cent, or the words for an empty one. */
  public String share(OptionalDouble share) {
    return share.isEmpty() ? figures.notMeasured() : share(share.getAsDouble());
  }

  /** A share of 0 to 1 in per cent, or the words for an empty one. */
  public String share(OptionalDouble share, String wordsForNone) {
    return share.isEmpty() ? words.text(wordsForNone) : share(share.getAsDouble());
  }

  /** An amount of the reporting currency, or the words for none. */
  public String money(Optional<BigDecimal> amount, String wordsForNone) {
    return amount.map(this::money).orElseGet(() -> words.text(wordsForNone));
  }

  /** A share of 0 to 1 in per cent. */
  public String share(double share) {
    return figures.fixed(BigDecimal.valueOf(share * WHOLE), SHARE_DIGITS);
  }

  /** A part of a whole in per cent; not measured where the whole is nothing. */
  public String share(long part, long whole) {
    return share(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }

  /** A part of a whole in per cent; not measured where the whole is nothing or less. */
  public String share(BigDecimal part, BigDecimal whole) {
    return whole.signum() <= 0
        ? figures.notMeasured()
        : share(part.doubleValue() / whole.doubleValue());
  }

  /** A number of 0 to 1 as it is, or the words for an empty one. */
  public String ofOne(OptionalDouble number) {
    return number.isEmpty()
        ? figures.notMeasured()
        : number(Unit.OF_ONE, BigDecimal.valueOf(number.getAsDouble()));
  }

  /** A difference of two shares of 0 to 1 in percentage points, with its sign. */
  public String change(OptionalDouble difference) {
    return signed(difference, WHOLE, SHARE_DIGITS);
  }

  /** A difference of two amounts of the reporting currency, with its sign. */
  public String moneyChange(OptionalDouble difference) {
    return signed(difference, 1, figures.decimals());
  }

  private String signed(OptionalDouble difference, int times, int digits) {
    if (difference.isEmpty()) {
      return figures.notMeasured();
    }
    BigDecimal number =
        BigDecimal.valueOf(difference.getAsDouble())
            .multiply(BigDecimal.valueOf(times))
            .setScale(digits, RoundingMode.HALF_UP);
    String sign = number.signum() > 0 ? "+" : number.signum() < 0 ? "−" : "";
    return sign + figures.fixed(number.abs(), digits);
  }

  /** An amount of the reporting currency. */
  public String money(BigDecimal amount) {
    return figures.fixed(amount, figures.decimals());
  }

  /** An amount of the reporting currency, or not measured. */
  public String money(OptionalDouble amount) {
    return amount.isEmpty()
        ? figures.notMeasured()
        : money(BigDecimal.valueOf(amount.getAsDouble()));
  }

  /** The points of 100 that the first has more than the second, with their sign. */
  public String difference(OptionalDouble first, OptionalDouble second) {
    return first.isEmpty() || second.isEmpty()
        ? words.text("value.nothing")
        : signed(OptionalDouble.of(first.getAsDouble() - second.getAsDouble()), 1, POINT_DIGITS);
  }

  /** A quality's mean over some customers, in points of 100. */
  public String mean(CustomerTotals customers, Field quality) {
    return customers.customers() == 0
        ? words.text("value.no_customers")
        : points(customers.mean(quality));
  }

  /** Points of 100. */
  public String points(OptionalDouble points) {
    return points.isEmpty()
        ? figures.notMeasured()
        : figures.fixed(BigDecimal.valueOf(points.getAsDouble()), POINT_DIGITS);
  }
}
