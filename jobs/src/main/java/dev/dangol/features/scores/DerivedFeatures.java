package dev.dangol.features.scores;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.Field;
import dev.dangol.table.features.AcquisitionColumns;
import dev.dangol.table.features.CustomerRoleColumns;
import dev.dangol.table.features.EventColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.LoyaltyColumns;
import dev.dangol.table.features.SalesColumns;
import dev.dangol.table.features.TalkColumns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;

/** Derived features: measures computed from several families of the same customer. */
public final class DerivedFeatures {
  /** The measures that each needs, apart from the first contact, for which one of two is enough. */
  private static final Map<Field, List<Field>> NEEDS =
      Map.of(
          FeatureColumns.REVIEWS_PER_ORDER, List.of(FeatureColumns.REVIEWS_LIFETIME),
          TalkColumns.CASES_PER_ORDER, List.of(TalkColumns.CASES_LIFETIME),
          LoyaltyColumns.RECIPROCITY,
              List.of(LoyaltyColumns.LOYALTY_REDEEMED, SalesColumns.MARGIN_LIFETIME));

  private static final Map<Field, Supplier<Column>> VALUES =
      Map.of(
          FeatureColumns.REVIEWS_PER_ORDER,
          () -> perOrder(FeatureColumns.REVIEWS_LIFETIME),
          TalkColumns.CASES_PER_ORDER,
          () -> perOrder(TalkColumns.CASES_LIFETIME),
          LoyaltyColumns.RECIPROCITY,
          DerivedFeatures::reciprocity);

  private static final List<Field> CONTACTS =
      List.of(EventColumns.FIRST_EVENT_ON, AcquisitionColumns.SIGNED_UP_ON);

  private DerivedFeatures() {}

  /**
   * The derived features that can be computed, by field.
   *
   * @param missing the reasons why measures of a family cannot be made
   */
  public static Map<Field, Column> measures(Map<Field, String> missing) {
    Map<Field, Column> made = new LinkedHashMap<>();
    Set<Field> not = missing(missing).keySet();
    VALUES.forEach(
        (field, value) -> {
          if (!not.contains(field)) {
            made.put(field, value.get());
          }
        });
    CustomerRoles.measures(missing, made);
    AppreciationMeasures.measures(missing, made);
    if (!missing.containsKey(EventColumns.TOUCHES_TO_FIRST_ORDER)) {
      made.put(EventColumns.TOUCHES_TO_FIRST_ORDER, touches());
    }
    if (!not.contains(AcquisitionColumns.FIRST_CONTACT_ON)) {
      Column contact = contact(missing);
      made.put(AcquisitionColumns.FIRST_CONTACT_ON, contact);
      made.put(AcquisitionColumns.DAYS_TO_FIRST_ORDER, daysSince(contact));
    }
    return made;
  }

  /** The reasons why derived features cannot be computed, for those that cannot. */
  public static Map<Field, String> missing(Map<Field, String> ofFamilies) {
    Map<Field, String> missing = new LinkedHashMap<>();
    NEEDS.forEach(
        (field, needs) ->
            needs.stream()
                .filter(ofFamilies::containsKey)
                .findFirst()
                .ifPresent(need -> missing.put(field, ofFamilies.get(need))));
    AppreciationMeasures.addMissing(ofFamilies, missing);
    CustomerRoles.missing(ofFamilies)
        .ifPresent(reason -> missing.put(CustomerRoleColumns.IS_PARTNER, reason));
    if (CONTACTS.stream().allMatch(ofFamilies::containsKey)) {
      String reason = ofFamilies.get(AcquisitionColumns.SIGNED_UP_ON);
      missing.put(AcquisitionColumns.FIRST_CONTACT_ON, reason);
      missing.put(AcquisitionColumns.DAYS_TO_FIRST_ORDER, reason);
    }
    return missing;
  }

  private static Column perOrder(Field count) {
    return coalesce(count.col(), lit(0))
        .cast("double")
        .divide(FeatureColumns.ORDERS_LIFETIME.col());
  }

  private static Column reciprocity() {
    Column given =
        coalesce(LoyaltyColumns.LOYALTY_REDEEMED.col(), lit(0))
            .plus(coalesce(LoyaltyColumns.LOYALTY_BENEFITS.col(), lit(0)));
    Column margin = SalesColumns.MARGIN_LIFETIME.col();
    return when(margin.gt(0), given.cast("double").divide(margin.cast("double")));
  }

  private static Column touches() {
    Column inTime = EventColumns.FIRST_EVENT_ON.col().leq(FeatureColumns.FIRST_ORDER_ON.col());
    return when(inTime, EventColumns.TOUCHES_TO_FIRST_ORDER.col());
  }

  private static Column contact(Map<Field, String> missing) {
    List<Column> known =
        CONTACTS.stream().filter(contact -> !missing.containsKey(contact)).map(Field::col).toList();
    return known.size() == 1 ? known.get(0) : least(known.toArray(Column[]::new));
  }

  private static Column daysSince(Column contact) {
    Column first = FeatureColumns.FIRST_ORDER_ON.col();
    return when(contact.leq(first), datediff(first, contact));
  }
}
