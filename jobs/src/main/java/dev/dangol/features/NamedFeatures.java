package dev.dangol.features;

import dev.dangol.config.Settings;
import dev.dangol.features.measure.ContactColumns;
import dev.dangol.features.scores.QualityScores;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.AcquisitionColumns;
import dev.dangol.table.features.AppreciationColumns;
import dev.dangol.table.features.CustomerTypeColumns;
import dev.dangol.table.features.EventColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.LoyaltyColumns;
import dev.dangol.table.features.MainCategoryColumns;
import dev.dangol.table.features.QualityColumns;
import dev.dangol.table.features.RfmColumns;
import dev.dangol.table.features.RhythmColumns;
import dev.dangol.table.features.SalesColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.features.StrikeColumns;
import dev.dangol.table.features.TalkColumns;
import dev.dangol.table.results.LikelihoodColumns;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Features that are asked for: all, or those that are named with what they are made from. A feature
 * that no one asks for is null, and its rows are not read for it.
 *
 * @param names the columns that are asked for; empty for all
 */
public record NamedFeatures(Optional<Set<String>> names) implements Predicate<Field> {
  public static final NamedFeatures ALL = new NamedFeatures(Optional.empty());

  /** Features of purchases, events and scores that models and choices of customers rest on. */
  private static final List<List<Field>> BASE =
      List.of(
          FeatureColumns.PURCHASE_FEATURES,
          RhythmColumns.FEATURES,
          RfmColumns.FEATURES,
          List.copyOf(EventColumns.KINDS.keySet()),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.CUSTOMER_ID,
              SalesColumns.MARGIN_LIFETIME,
              SalesColumns.SALES_GROWTH,
              FeatureColumns.DAYS_SINCE_LAST_EVENT));

  /** The features of the same customer that a feature is made from. */
  private static final Map<Field, List<Field>> PARTS =
      Map.of(
          AppreciationColumns.COMPLAINTS_PER_ORDER,
              List.of(FeatureColumns.LOW_RATINGS_LIFETIME, TalkColumns.CASES_LIFETIME),
          AppreciationColumns.CONTACT_AFTER_ORDER_SHARE, contacts(),
          MainCategoryColumns.MAIN_CATEGORY, List.of(MainCategoryColumns.MAIN_CATEGORY_FALLS),
          MainCategoryColumns.MAIN_CATEGORY_CHANGE,
              List.of(MainCategoryColumns.MAIN_CATEGORY_FALLS),
          FeatureColumns.REVIEWS_PER_ORDER, List.of(FeatureColumns.REVIEWS_LIFETIME),
          TalkColumns.CASES_PER_ORDER, List.of(TalkColumns.CASES_LIFETIME),
          LoyaltyColumns.RECIPROCITY,
              List.of(LoyaltyColumns.LOYALTY_REDEEMED, LoyaltyColumns.LOYALTY_BENEFITS),
          EventColumns.TOUCHES_TO_FIRST_ORDER, List.of(EventColumns.FIRST_EVENT_ON),
          AcquisitionColumns.FIRST_CONTACT_ON,
              List.of(EventColumns.FIRST_EVENT_ON, AcquisitionColumns.SIGNED_UP_ON),
          AcquisitionColumns.DAYS_TO_FIRST_ORDER,
              List.of(EventColumns.FIRST_EVENT_ON, AcquisitionColumns.SIGNED_UP_ON));

  /** Features that many others, or all customers together, have a part in. */
  private static final Set<String> OF_ALL =
      Stream.of(
              SatisfactionColumns.FEATURES,
              StrikeColumns.FEATURES,
              CustomerTypeColumns.FEATURES,
              LikelihoodColumns.ALL,
              List.of(SalesColumns.POTENTIAL_SCORE))
          .flatMap(List::stream)
          .map(Field::name)
          .collect(Collectors.toUnmodifiableSet());

  /** Words by which the names of what is made of segments begin, which may be of any features. */
  private static final List<String> SEGMENTED = List.of("segment", "distance", "outlier");

  public NamedFeatures {
    names = names.map(Set::copyOf);
  }

  /**
   * Those of the names, with the parts of qualities and of all else that is made of others; all
   * where one of them is made of too many.
   *
   * @param named names of columns, among other words
   */
  public static NamedFeatures of(Collection<String> named, Settings settings) {
    if (named.stream().anyMatch(NamedFeatures::isOfAll)) {
      return ALL;
    }
    Set<String> names = new HashSet<>(named);
    boolean index = names.contains(FeatureColumns.DANGOL_INDEX.name());
    for (Field quality : FeatureColumns.QUALITIES) {
      String parts = QualityColumns.parts(quality).name();
      if (index || names.contains(quality.name()) || names.contains(parts)) {
        names.add(quality.name());
        String name = QualityScores.name(quality);
        names.addAll(settings.features().qualities().getOrDefault(name, Map.of()).keySet());
      }
    }
    addParts(names);
    BASE.forEach(fields -> add(names, fields, true));
    return new NamedFeatures(Optional.of(names));
  }

  /** Adds the features that those named are made from. */
  public static void addParts(Set<String> names) {
    PARTS.forEach((field, parts) -> add(names, parts, names.contains(field.name())));
  }

  /** Contact is known from three sources; a count of each stands for its days. */
  private static List<Field> contacts() {
    List<Field> counts =
        List.of(
            FeatureColumns.REPLIES_LIFETIME,
            FeatureColumns.REVIEWS_LIFETIME,
            TalkColumns.CASES_LIFETIME);
    return Stream.of(counts, ContactColumns.ALL).flatMap(List::stream).toList();
  }

  private static boolean isOfAll(String name) {
    return OF_ALL.contains(name) || SEGMENTED.stream().anyMatch(name::startsWith);
  }

  private static void add(Set<String> names, List<Field> fields, boolean needed) {
    if (needed) {
      fields.forEach(field -> names.add(field.name()));
    }
  }

  /** True where all features are asked for. */
  public boolean all() {
    return names.isEmpty();
  }

  /** True for a feature that is asked for. */
  @Override
  public boolean test(Field field) {
    return names.map(some -> some.contains(field.name())).orElse(true);
  }

  /** Those of the fields that are asked for, in their order. */
  List<Field> of(Collection<Field> fields) {
    return fields.stream().filter(this).toList();
  }

  /** The blends of those qualities that are asked for. */
  Map<String, Map<String, Double>> blends(Map<String, Map<String, Double>> blends) {
    Set<String> asked =
        FeatureColumns.QUALITIES.stream()
            .filter(this)
            .map(QualityScores::name)
            .collect(Collectors.toSet());
    return blends.entrySet().stream()
        .filter(blend -> asked.contains(blend.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
