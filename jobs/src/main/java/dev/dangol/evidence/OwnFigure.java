package dev.dangol.evidence;

import dev.dangol.probability.DifferenceInterval;
import dev.dangol.probability.WilsonInterval;
import dev.dangol.table.Field;
import dev.dangol.table.Table;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Figure of the business itself beside one that others quote, or the reason why there is none.
 *
 * @param value in the unit of the quoted figure
 * @param low lower end of its 95 % interval
 * @param high upper end of it
 * @param count what it rests on; empty for a model's
 * @param from the table and column it is of
 * @param reason why there is none; empty where there is one
 */
public record OwnFigure(
    OptionalDouble value,
    OptionalDouble low,
    OptionalDouble high,
    OptionalLong count,
    Optional<String> from,
    Optional<String> reason) {

  /** A figure that cannot be had. */
  static OwnFigure none(String reason) {
    return new OwnFigure(
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        Optional.of(reason));
  }

  /** A share, with Wilson's interval; none where the whole is 0. */
  static OwnFigure share(long part, long whole, String from) {
    if (whole == 0) {
      return none("There is nothing to take the share of in " + from + ".");
    }
    WilsonInterval interval = WilsonInterval.of(part, whole);
    return new OwnFigure(
        OptionalDouble.of((double) part / whole),
        OptionalDouble.of(interval.low()),
        OptionalDouble.of(interval.high()),
        OptionalLong.of(whole),
        Optional.of(from),
        Optional.empty());
  }

  /** A figure of a model with the ends of its interval; none where it is not known. */
  static OwnFigure modelled(OptionalDouble value, OptionalDouble[] ends, String from) {
    return value.isEmpty()
        ? none("No value is known of " + from + ".")
        : new OwnFigure(
            value, ends[0], ends[1], OptionalLong.empty(), Optional.of(from), Optional.empty());
  }

  /** A figure that is estimated from so many observations, with its interval. */
  static OwnFigure estimated(DifferenceInterval figure, long count, String from) {
    return new OwnFigure(
        figure.difference(),
        figure.low(),
        figure.high(),
        OptionalLong.of(count),
        Optional.of(from),
        Optional.empty());
  }

  static String of(Table table, Field column) {
    return table.name() + "." + column.name();
  }
}
