package dev.dangol.features.measure;

import dev.dangol.table.Field;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Intermediate columns between clean rows and satisfaction: each customer's bad experiences. They
 * are never stored.
 */
public final class ExperienceColumns {
  public static final Field STRIKE_ON = Field.day("strike_on", "The day of a bad experience.");
  public static final Field KIND = Field.text("kind", "The kind of a bad experience.");

  private static final StructType STRIKE =
      new StructType(
          List.of(STRIKE_ON, KIND).stream()
              .map(Field::structField)
              .toArray(org.apache.spark.sql.types.StructField[]::new));

  /** One entry per day and kind, so that no customer's list is longer than a few calendars. */
  public static final Field STRIKES =
      new Field(
          "strikes",
          new ArrayType(STRIKE, true),
          false,
          "The customer's bad experiences, the earliest first.");

  public static final Field STRIKES_FOUND =
      Field.count("strikes_found", "The number of bad experiences the customer had.");

  public static final Field LOW_ON = days("low_on", "The days of low ratings.");
  public static final Field LATE_ON = days("late_on", "The days on which a promise was broken.");
  public static final Field REFUNDED_ON = days("refunded_on", "The days of refunds of orders.");
  public static final Field FAULTS_ON = days("faults_on", "The days of cases of a fault.");
  public static final Field MISSED_ON =
      days("missed_on", "The days on which the time for a first reply ran out.");
  public static final Field REOPENED_ON =
      days("reopened_on", "The days on which cases were opened again.");

  public static final Field LATE_DAY =
      Field.day("late_day", "The day of an order's first broken promise; null without one.");
  public static final Field REFUND_DAY =
      Field.day("refund_day", "The day of an order's first refund; null without one.");
  public static final Field REFUNDED_ORDERS =
      Field.count("refunded_orders", "Orders of which something was given back.");
  public static final Field FAULT_CASES =
      Field.count("fault_cases", "Support cases in which the business was at fault.");

  public static final Field FIRST_BOUGHT_AT =
      Field.instant("first_bought_at", "When the customer first bought a product.");

  public static final Field FAULTS_TOLD =
      Field.flag("faults_told", "True where the configured sources record faults.");
  public static final Field STRIKES_TOLD =
      Field.flag("strikes_told", "True where the configured sources record bad experiences.");
  public static final Field COMPLAINTS_TOLD =
      Field.flag("complaints_told", "True where reviews or support cases are known.");

  public static final Field REACHED_ON =
      Field.day("reached_on", "The day from which the retention of a customer is observed.");
  public static final Field LEVEL_NOW =
      Field.flag("level_now", "True where the customer has this number of strikes now.");

  private ExperienceColumns() {}

  private static Field days(String name, String meaning) {
    return new Field(name, DataTypes.createArrayType(DataTypes.DateType), false, meaning);
  }
}
