package dev.dangol.features.likelihoods;

import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;

import dev.dangol.table.AsOf;
import org.apache.spark.sql.Column;

/**
 * Windows of days around an observation day: the day itself belongs to the past.
 *
 * @param cut the observation day
 * @param days how long a span is
 */
record SpanWindow(AsOf cut, int days) {

  /** True for days up to the observation day. */
  Column isPast(Column day) {
    return day.leq(cut.column());
  }

  /** True for days of the span that ends with the observation day. */
  Column isLast(Column day) {
    return isPast(day).and(day.gt(date_sub(cut.column(), days)));
  }

  /** True for days of the span before the last. */
  Column isBefore(Column day) {
    return day.leq(date_sub(cut.column(), days)).and(day.gt(date_sub(cut.column(), 2 * days)));
  }

  /** True for days of the span after the observation day. */
  Column isNext(Column day) {
    return day.gt(cut.column()).and(day.leq(date_add(cut.column(), days)));
  }
}
