package dev.dangol.features.satisfaction;

import dev.dangol.features.measure.MappedColumns;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.features.StrikeColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import dev.dangol.table.sources.SurveySource;
import java.util.Map;
import java.util.TreeMap;

/** Reasons why satisfaction and bad experiences cannot be measured with the configured sources. */
public final class NotMeasuredSatisfaction {
  private static final String FEATURES = "customer_features.";
  private static final String BY_CHANCE =
      " It is measured only where negative amounts can be matched to orders with an id.";

  private final MappedColumns mapped;
  private final Map<String, String> reasons = new TreeMap<>();

  private NotMeasuredSatisfaction(MappedColumns mapped) {
    this.mapped = mapped;
  }

  /** The reason by measure, a measure being named as table.column. */
  public static Map<String, String> reasons(MappedColumns mapped) {
    NotMeasuredSatisfaction found = new NotMeasuredSatisfaction(mapped);
    found.needs(Sources.PURCHASES, SharedColumns.CATEGORY, SatisfactionColumns.PRICE_RANK);
    found.needs(Sources.REVIEWS, SatisfactionColumns.PAST_RATING);
    found.needs(Sources.REVIEWS, SatisfactionColumns.RATING);
    for (Field time : new Field[] {PurchaseSource.DELIVERED_AT, PurchaseSource.PROMISED_AT}) {
      found.needs(Sources.PURCHASES, time, SatisfactionColumns.ON_TIME);
      found.needs(Sources.PURCHASES, time, SatisfactionColumns.DELIVERIES);
      found.needs(Sources.PURCHASES, time, SatisfactionColumns.LATE_DELIVERIES);
    }
    for (Field column :
        new Field[] {SurveySource.SCALE_MAX, SurveySource.SCALE_MIN, SurveySource.SCORE}) {
      found.needs(Sources.SURVEYS, column, SatisfactionColumns.SURVEY);
    }
    found.faults();
    found.whole();
    found.strikes();
    return found.reasons;
  }

  private void needs(Source source, Field measure) {
    if (!mapped.has(source)) {
      note(measure, "The source " + source.name() + " is not configured.");
    }
  }

  private void needs(Source source, Field column, Field measure) {
    needs(source, measure);
    if (mapped.has(source) && !mapped.has(source, column)) {
      note(measure, "The source " + source.name() + " does not map " + column.name() + ".");
    }
  }

  private void faults() {
    if (!CustomerExperience.faultsMapped(mapped)) {
      note(
          SatisfactionColumns.FAULT_FREE,
          "Neither does the source purchases map "
              + PurchaseSource.REFUND_OF.name()
              + ", nor support "
              + SupportSource.FAULT.name()
              + "."
              + BY_CHANCE);
    }
  }

  private void whole() {
    boolean nothing =
        SatisfactionColumns.DELIVERED_PARTS.stream()
            .allMatch(part -> reasons.containsKey(key(SatisfactionColumns.TABLE, part)));
    if (nothing) {
      String reason = "No part of what is delivered is configured." + BY_CHANCE;
      note(SatisfactionColumns.DELIVERED, reason);
      note(SatisfactionColumns.PEERS, reason);
      note(SatisfactionColumns.GAP, reason);
      reasons.put(FEATURES + SatisfactionColumns.CUSTOMER_DELIVERED.name(), reason);
      reasons.put(FEATURES + SatisfactionColumns.CUSTOMER_GAP.name(), reason);
      reasons.put(key(SatisfactionColumns.CURVE, SatisfactionColumns.RETAINED_SHARE), reason);
      if (reasons.containsKey(key(SatisfactionColumns.TABLE, SatisfactionColumns.PRICE_RANK))) {
        String neither = "No part of what is expected is configured." + BY_CHANCE;
        note(SatisfactionColumns.EXPECTED, neither);
        reasons.put(FEATURES + SatisfactionColumns.CUSTOMER_EXPECTED.name(), neither);
      }
    }
  }

  private void strikes() {
    if (!CustomerExperience.strikesMapped(mapped)) {
      String reason = "No source of bad experiences is configured." + BY_CHANCE;
      reasons.put(FEATURES + StrikeColumns.STRIKES_LIFETIME.name(), reason);
      reasons.put(FEATURES + StrikeColumns.TRUST_BREAK_ON.name(), reason);
      reasons.put(FEATURES + StrikeColumns.TRUST_BREAK_KIND.name(), reason);
      reasons.put(FEATURES + StrikeColumns.TRUST_BREAK_STRENGTH.name(), reason);
      reasons.put(key(StrikeColumns.TABLE, StrikeColumns.SURVIVAL), reason);
    }
    if (!CustomerExperience.complaintsMapped(mapped)) {
      reasons.put(
          FEATURES + StrikeColumns.SILENT_LEAVER.name(),
          "Neither the source reviews nor support is configured.");
    }
  }

  private void note(Field measure, String reason) {
    reasons.put(key(SatisfactionColumns.TABLE, measure), reason);
  }

  private static String key(Table table, Field measure) {
    return table.name() + "." + measure.name();
  }
}
