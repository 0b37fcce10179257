package dev.dangol.table.results;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;

/** Kinds of evidence that a finding on customers rests on. */
public enum EvidenceKind {
  /** Purchases and refunds. */
  TRANSACTION,
  /** Views, searches, opens, clicks and the like. */
  BEHAVIOUR,
  /** Answers to surveys. */
  SURVEY,
  /** Reviews: ratings and texts. */
  REVIEW,
  /** Support cases. */
  CASE,
  /** Records that the business keeps of its customers. */
  RECORD;

  private static final Map<String, EvidenceKind> OF_ATTRIBUTES =
      Map.ofEntries(
          Map.entry("main_category", TRANSACTION),
          Map.entry("category", TRANSACTION),
          Map.entry("product_line", TRANSACTION),
          Map.entry("purchase_channel", TRANSACTION),
          Map.entry("purchase_hours", TRANSACTION),
          Map.entry("purchase_weekday", TRANSACTION),
          Map.entry("cadence", TRANSACTION),
          Map.entry("promotion_use", TRANSACTION),
          Map.entry("rfm_group", TRANSACTION),
          Map.entry("buyer_type", TRANSACTION),
          Map.entry("loyalty_type", TRANSACTION),
          Map.entry("hidden_value", TRANSACTION),
          Map.entry("silent_leaver", TRANSACTION),
          Map.entry("quality_pay", TRANSACTION),
          Map.entry("quality_return", TRANSACTION),
          Map.entry("quality_appreciate", REVIEW),
          Map.entry("quality_communicate", BEHAVIOUR),
          Map.entry("quality_refer", BEHAVIOUR),
          Map.entry("advocate", BEHAVIOUR),
          Map.entry("viewed_category", BEHAVIOUR),
          Map.entry("engagement_channel", BEHAVIOUR),
          Map.entry("engagement_hours", BEHAVIOUR),
          Map.entry("clicked_category", BEHAVIOUR),
          Map.entry("rating", REVIEW),
          Map.entry("praises", REVIEW),
          Map.entry("complains_of", REVIEW),
          Map.entry("support_theme", CASE));

  private static final Map<String, EvidenceKind> OF_EXPERIENCES =
      Map.of(
          "low_rating", REVIEW,
          "fault_refund", TRANSACTION,
          "late_delivery", TRANSACTION,
          "fault_case", CASE,
          "missed_reply", CASE,
          "reopened_case", CASE);

  private static final String EXPERIENCE = "bad_experience";
  private static final String RESPONSES = "(opens|clicks|unsubscribes):.*";

  /** The word in tables and on cards. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The evidence of a value of an attribute in {@code cohort_profiles}: what customers are by
   * purchases and behaviour where the attribute says so, else the record that holds it.
   */
  public static EvidenceKind of(String attribute, String value) {
    if (attribute.equals(EXPERIENCE)) {
      return OF_EXPERIENCES.getOrDefault(value, RECORD);
    }
    if (attribute.matches(RESPONSES)) {
      return BEHAVIOUR;
    }
    return OF_ATTRIBUTES.getOrDefault(attribute, RECORD);
  }

  /** The word of the same, for columns of attributes and values. */
  public static Column of(Column attribute, Column value) {
    Column word = lit(RECORD.word());
    for (EvidenceKind kind : values()) {
      Column known = attribute.isin(names(OF_ATTRIBUTES, kind));
      Column met = attribute.equalTo(EXPERIENCE).and(value.isin(names(OF_EXPERIENCES, kind)));
      word = when(known.or(met), lit(kind.word())).otherwise(word);
    }
    return when(attribute.rlike("^" + RESPONSES + "$"), lit(BEHAVIOUR.word())).otherwise(word);
  }

  private static Object[] names(Map<String, EvidenceKind> kinds, EvidenceKind kind) {
    return kinds.keySet().stream().filter(name -> kinds.get(name) == kind).sorted().toArray();
  }
}
