package dev.dangol.table.evidence;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.List;

/** Columns of {@code profile_drift}. */
public final class DriftColumns {
  public static final Field COMPARED_ON =
      Field.day(
          "compared_on", "The run's day before, whose profile is compared; null without one.");
  public static final Field COMPARED =
      Field.count(
          "compared_values",
          "Values of attributes that both profiles have; null without an earlier profile.");
  public static final Field MOVED =
      Field.count(
          "moved_values",
          "Those whose lift moved beyond chance: the logarithms of the two lifts' ratios differ at"
              + " a false discovery rate of profiles.max-q or less over the cohort; null without an"
              + " earlier profile.");
  public static final Field MOVED_LIST =
      Field.list(
          "moved", "Their names, facet/attribute=value, the surest first; null without any.");
  public static final Field DEFINED_ON =
      Field.day(
              "defined_on",
              "The first of the days in a row, up to this one, on which the cohort was defined as"
                  + " it is.")
          .asRequired();
  public static final Field AGE_DAYS =
      Field.count("definition_age_days", "Days from defined_on to the as-of day.").asRequired();
  public static final Field LOOK_AGAIN =
      Field.flag(
          "look_again",
          "True where a value moved although the definition did not: the persona is no longer quite"
              + " true; null without an earlier profile of the same definition.");

  public static final Table TABLE =
      new Table(
          "profile_drift",
          "A cohort, and whether its profile is still what it was at the run before.",
          List.of(SharedColumns.AS_OF, SharedColumns.COHORT),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.COHORT,
              COMPARED_ON,
              COMPARED,
              MOVED,
              MOVED_LIST,
              DEFINED_ON,
              AGE_DAYS,
              LOOK_AGAIN));

  private DriftColumns() {}
}
