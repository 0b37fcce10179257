package dev.dangol.cohorts.persona;

import dev.dangol.table.Cells;
import dev.dangol.table.Columns;
import dev.dangol.table.Field;
import dev.dangol.table.ProfileColumns;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Row;

/** A row of {@code cohort_profiles}: what is told of one value of one attribute. */
public record Finding(Place place, long customers, double share, double baseShare, Lifts lifts) {

  /** The key of the row. */
  public record Place(
      LocalDate asOf, String cohort, String facet, String attribute, String value) {}

  /**
   * How much more frequent the value is among members.
   *
   * @param low the lower end of its interval
   * @param high the upper end
   * @param q the false discovery rate
   */
  public record Lifts(double lift, double low, double high, double q) {}

  /** From a row of {@code cohort_profiles}. */
  public static Finding of(Row row) {
    Cells cells = new Cells(row);
    return new Finding(
        new Place(
            cells.day(Columns.AS_OF).orElseThrow(),
            cells.text(Columns.COHORT).orElseThrow(),
            cells.text(ProfileColumns.FACET).orElseThrow(),
            cells.text(ProfileColumns.ATTRIBUTE).orElseThrow(),
            cells.text(ProfileColumns.VALUE).orElseThrow()),
        cells.count(ProfileColumns.CUSTOMERS),
        number(cells, ProfileColumns.SHARE),
        number(cells, ProfileColumns.BASE_SHARE),
        new Lifts(
            number(cells, ProfileColumns.LIFT),
            number(cells, ProfileColumns.LIFT_LOW),
            number(cells, ProfileColumns.LIFT_HIGH),
            number(cells, ProfileColumns.Q_VALUE)));
  }

  private static double number(Cells cells, Field field) {
    return cells.number(field).orElseThrow();
  }

  boolean is(String facet) {
    return place.facet().equals(facet);
  }

  /** The attribute, without the channel that some of them name behind a colon. */
  String kind() {
    return place.attribute().replaceFirst("^(opens|clicks|unsubscribes):.*$", "$1");
  }

  /** What stands behind the colon; empty for most. */
  String channel() {
    return kind().equals(place.attribute()) ? "" : place.attribute().substring(kind().length() + 1);
  }

  String value() {
    return place.value();
  }

  /** More frequent among members, beyond chance. */
  boolean higher(double maxQ) {
    return lifts.q() <= maxQ && lifts.low() > 1;
  }

  /** Less frequent among members, beyond chance. */
  boolean lower(double maxQ) {
    return lifts.q() <= maxQ && lifts.high() < 1;
  }

  Cell cell(Field column, Object figure) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put(Columns.AS_OF.name(), place.asOf().toString());
    keys.put(Columns.COHORT.name(), place.cohort());
    keys.put(ProfileColumns.FACET.name(), place.facet());
    keys.put(ProfileColumns.ATTRIBUTE.name(), place.attribute());
    keys.put(ProfileColumns.VALUE.name(), place.value());
    return Cell.of(ProfileColumns.TABLE, column, keys, figure);
  }
}
