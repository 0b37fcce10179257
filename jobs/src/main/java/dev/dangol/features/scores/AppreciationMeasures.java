package dev.dangol.features.scores;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import dev.dangol.features.measure.ContactColumns;
import dev.dangol.features.voice.AppreciationFold;
import dev.dangol.table.Field;
import dev.dangol.table.features.AppreciationColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.TalkColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;

/** Measures of what goes on after a purchase: contact that follows it, and complaints. */
final class AppreciationMeasures {
  private static final List<Field> COMPLAINTS =
      List.of(FeatureColumns.LOW_RATINGS_LIFETIME, TalkColumns.CASES_LIFETIME);
  private static final List<Field> CONTACTS =
      List.of(ContactColumns.REPLIED_ON, ContactColumns.REVIEWED_ON, ContactColumns.SOLVED_ON);
  private static final List<Field> HELP =
      List.of(ContactColumns.HELPED_ON, ContactColumns.OPENED_ON);

  private AppreciationMeasures() {}

  /**
   * Adds the measures that can be computed.
   *
   * @param missing the reasons why measures of a family cannot be made
   */
  static void measures(Map<Field, String> missing, Map<Field, Column> made) {
    known(COMPLAINTS, missing).stream()
        .map(count -> coalesce(count.col(), lit(0)).cast("double"))
        .reduce(Column::plus)
        .map(complaints -> complaints.divide(FeatureColumns.ORDERS_LIFETIME.col()))
        .ifPresent(share -> made.put(AppreciationColumns.COMPLAINTS_PER_ORDER, share));
    List<Column> contacts =
        new ArrayList<>(
            known(CONTACTS, missing).stream().map(AppreciationMeasures::orNone).toList());
    if (known(HELP, missing).equals(HELP)) {
      contacts.add(helpedAlone());
    }
    if (!contacts.isEmpty()) {
      Column days = concat(contacts.toArray(Column[]::new));
      made.put(AppreciationColumns.CONTACT_AFTER_ORDER_SHARE, followed(days));
    }
  }

  /** Adds the reasons why the others cannot be computed. */
  static void addMissing(Map<Field, String> ofFamilies, Map<Field, String> missing) {
    if (known(COMPLAINTS, ofFamilies).isEmpty()) {
      missing.put(
          AppreciationColumns.COMPLAINTS_PER_ORDER,
          "Neither the source reviews nor support is configured.");
    }
    if (known(CONTACTS, ofFamilies).isEmpty() && !known(HELP, ofFamilies).equals(HELP)) {
      missing.put(
          AppreciationColumns.CONTACT_AFTER_ORDER_SHARE,
          "None of the sources reviews, support and engagement tells of contact after an order.");
    }
  }

  private static List<Field> known(List<Field> fields, Map<Field, String> missing) {
    return fields.stream().filter(field -> !missing.containsKey(field)).toList();
  }

  private static Column orNone(Field days) {
    return coalesce(days.col(), array().cast(days.type()));
  }

  /** Days of help events without a case on that day or the next. */
  private static Column helpedAlone() {
    Column cases =
        flatten(transform(orNone(ContactColumns.OPENED_ON), on -> array(on, on.minus(1))));
    return array_except(orNone(ContactColumns.HELPED_ON), cases);
  }

  /** Each contact is turned into the days before it, so that no pairs of days are compared. */
  private static Column followed(Column contacts) {
    Column ordered = ContactColumns.ORDERED_ON.col();
    Column before =
        flatten(transform(contacts, on -> sequence(on.minus(AppreciationFold.DAYS), on.minus(1))));
    Column share = size(array_intersect(ordered, before)).cast("double").divide(size(ordered));
    return when(size(ordered).gt(0), share);
  }
}
