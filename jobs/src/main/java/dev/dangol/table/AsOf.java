package dev.dangol.table;

import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.spark.sql.Column;

/**
 * As-of day that is described: everything up to its last moment counts, nothing after it.
 *
 * @param day the calendar day
 * @param zone the time zone that says where the day ends
 * @param knowledge the cut-off by which rows must have arrived to count
 */
public record AsOf(LocalDate day, ZoneId zone, ArrivalCutoff knowledge) {

  /** The day as it was known when it ended. */
  public AsOf(LocalDate day, ZoneId zone) {
    this(day, zone, ArrivalCutoff.OF_THE_DAY);
  }

  /** The first moment that no longer counts. */
  public Instant end() {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** Another day, known on the same terms. */
  public AsOf on(LocalDate other) {
    return new AsOf(other, zone, knowledge);
  }

  /** An earlier day, known on the same terms. */
  public AsOf minusDays(long days) {
    return on(day.minusDays(days));
  }

  /** The day as the cell of a row. */
  public Date sqlDate() {
    return Date.valueOf(day);
  }

  /** The day as a column. */
  public Column column() {
    return lit(sqlDate());
  }

  /** True for rows that had happened by the end of the day; null for a row without a time. */
  public Column hasHappened(Field time) {
    return time.col().lt(lit(end()));
  }

  /** True for rows that had happened, and were known where it is recorded when they became so. */
  public Column isKnown(Field time) {
    return hasHappened(time).and(arrivedInTime());
  }

  /** True for rows that had arrived when the day was described, or may have. */
  public Column arrivedInTime() {
    Column arrived = SharedColumns.ARRIVED_AT.col();
    return knowledge
        .until(this)
        .map(until -> arrived.isNull().or(arrived.lt(lit(until))))
        .orElse(lit(true));
  }

  /** True for dates in the window of that many days that ends with the day. */
  public Column within(Column date, int windowDays) {
    return date.gt(date_sub(column(), windowDays));
  }

  /** Whole days from a date to the day. */
  public Column daysSince(Column date) {
    return datediff(column(), date);
  }
}
