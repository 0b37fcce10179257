package dev.dangol.sql;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.RuntimeReplaceable;
import org.apache.spark.sql.catalyst.expressions.TimestampFormatterHelper;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Patterns of dates and times in expressions, tried out before any row is read. Spark finds a
 * pattern that it does not take only when the first value meets it.
 *
 * <p>Source: Spark SQL Guide, "Datetime Patterns for Formatting and Parsing".
 */
final class DatePatterns {
  /** The letters that other systems take, and what Spark takes for them. */
  private static final Map<Character, String> INSTEAD =
      Map.of(
          'Y', "Y is the year of a week, write y for the year",
          'w', "w is the week of a year, which no date can be made of",
          'W', "W is the week of a month, which no date can be made of",
          'u', "u is the number of a day of the week, leave it out",
          'e', "e is the number of a day of the week, leave it out",
          'c', "c is the number of a day of the week, leave it out",
          'A', "A is the millisecond of the day, write HH, mm, ss and SSS for the time",
          'n', "n is a nanosecond, write S for fractions of a second",
          'N', "N is the nanosecond of the day, write HH, mm, ss and S for the time",
          'E', "E is the name of a day of the week, which a date is not made of");

  /** Text that stands for itself in a pattern. */
  private static final Pattern QUOTED = Pattern.compile("'[^']*'");

  private DatePatterns() {}

  /** The reason why a pattern in an expression cannot be used; empty where all can. */
  static Optional<String> fault(Expression expression) {
    if (expression instanceof TimestampFormatterHelper dated && dated.formatString().foldable()) {
      Object pattern = dated.formatString().eval(null);
      if (pattern != null) {
        try {
          dated.getFormatter(pattern.toString());
        } catch (RuntimeException refused) {
          return Optional.of(reason(pattern.toString(), refused));
        }
      }
    }
    Stream<Expression> parts =
        expression instanceof RuntimeReplaceable replaced
            ? Stream.of(replaced.replacement())
            : CollectionConverters.asJava(expression.children()).stream();
    return parts.map(DatePatterns::fault).flatMap(Optional::stream).findFirst();
  }

  private static String reason(String pattern, RuntimeException refused) {
    String advice =
        QUOTED
            .matcher(pattern)
            .replaceAll("")
            .chars()
            .mapToObj(letter -> (char) letter)
            .distinct()
            .filter(INSTEAD::containsKey)
            .map(INSTEAD::get)
            .findFirst()
            .orElseGet(() -> String.valueOf(refused.getMessage()).lines().findFirst().orElse(""));
    return "the pattern '" + pattern + "' of a date or time cannot be used: " + advice + ".";
  }
}
