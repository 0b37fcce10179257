package dev.dangol.cohorts.persona;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.EvidenceKind;
import dev.dangol.table.results.ProfileColumns;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * A profile finding on one value of one attribute: a row of {@code cohort_profiles}.
 *
 * @param known members of whom the attribute is known
 */
public record ProfileFinding(
    FindingKey place,
    long customers,
    double share,
    double baseShare,
    FindingLift lifts,
    long known) {

  /** The key of the row. */
  public record FindingKey(
      LocalDate asOf, String cohort, String facet, String attribute, String value) {}

  /**
   * Lift of the value: how much more frequent it is among members.
   *
   * @param low the lower end of its interval
   * @param high the upper end
   * @param q the q-value, that is the false discovery rate
   */
  public record FindingLift(double lift, double low, double high, double q) {}

  /** From a row of {@code cohort_profiles}. */
  public static ProfileFinding of(Row row) {
    RowReader cells = new RowReader(row);
    return new ProfileFinding(
        new FindingKey(
            cells.day(SharedColumns.AS_OF).orElseThrow(),
            cells.text(SharedColumns.COHORT).orElseThrow(),
            cells.text(ProfileColumns.FACET).orElseThrow(),
            cells.text(ProfileColumns.ATTRIBUTE).orElseThrow(),
            cells.text(ProfileColumns.VALUE).orElseThrow()),
        cells.count(ProfileColumns.CUSTOMERS),
        number(cells, ProfileColumns.SHARE),
        number(cells, ProfileColumns.BASE_SHARE),
        new FindingLift(
            number(cells, ProfileColumns.LIFT),
            number(cells, ProfileColumns.LIFT_LOW),
            number(cells, ProfileColumns.LIFT_HIGH),
            number(cells, ProfileColumns.Q_VALUE)),
        cells.count(ProfileColumns.MEMBERS_KNOWN));
  }

  private static double number(RowReader cells, Field field) {
    return cells.number(field).orElseThrow();
  }

  boolean is(String facet) {
    return place.facet().equals(facet);
  }

  /** The attribute, without the channel that some of them name behind a colon. */
  String kind() {
    return place.attribute().replaceFirst("^(opens|clicks|unsubscribes):.*$", "$1");
  }

  /** The channel behind the colon; empty for most. */
  String channel() {
    return kind().equals(place.attribute()) ? "" : place.attribute().substring(kind().length() + 1);
  }

  EvidenceKind evidence() {
    return EvidenceKind.of(place.attribute(), place.value());
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

  SourceCell cell(Field column, Object figure) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put(SharedColumns.AS_OF.name(), place.asOf().toString());
    keys.put(SharedColumns.COHORT.name(), place.cohort());
    keys.put(ProfileColumns.FACET.name(), place.facet());
    keys.put(ProfileColumns.ATTRIBUTE.name(), place.attribute());
    keys.put(ProfileColumns.VALUE.name(), place.value());
    return SourceCell.of(ProfileColumns.TABLE, column, keys, figure);
  }
}
