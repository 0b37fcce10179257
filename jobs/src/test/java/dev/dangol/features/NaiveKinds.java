package dev.dangol.features;

import dev.dangol.config.CustomerTypeSettings;
import dev.dangol.table.Field;
import dev.dangol.table.features.CustomerTypeColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.ReferralColumns;
import java.util.Map;

/** Customer types, from the sentences of their columns. */
record NaiveKinds(CustomerTypeSettings types) {

  /**
   * @param spends the percentile rank of what they spend, 0 to 100
   */
  void say(Map<String, Object> row, double spends) {
    Double pay = (Double) value(row, FeatureColumns.QUALITY_PAY);
    Double talk = (Double) value(row, FeatureColumns.QUALITY_COMMUNICATE);
    Double refer = (Double) value(row, FeatureColumns.QUALITY_REFER);
    Double comes = (Double) value(row, FeatureColumns.QUALITY_RETURN);
    Double content = (Double) value(row, FeatureColumns.QUALITY_APPRECIATE);
    boolean silent = talk == null && refer == null;
    boolean attached = reaches(pay, types.from()) && (from(talk) || from(refer));
    put(
        row,
        CustomerTypeColumns.BUYER_TYPE,
        pay == null || silent ? null : attached ? "attached" : "practical");
    put(
        row,
        CustomerTypeColumns.LOYALTY_TYPE,
        comes == null || content == null ? null : of(comes, content));
    boolean converted = (Long) value(row, ReferralColumns.REFERRALS_CONVERTED) > 0;
    put(row, CustomerTypeColumns.ADVOCATE, refer == null ? null : converted || high(refer));
    boolean gives = high(refer) || high(talk);
    put(row, CustomerTypeColumns.HIDDEN_VALUE, silent ? null : spends < types.from() && gives);
  }

  private String of(Double comes, Double content) {
    if (from(comes)) {
      return from(content) ? "true" : "spurious";
    }
    return from(content) ? "latent" : "none";
  }

  private boolean from(Double score) {
    return reaches(score, types.from());
  }

  private boolean high(Double score) {
    return reaches(score, types.high());
  }

  private static boolean reaches(Double score, double least) {
    return score != null && score >= least;
  }

  private static Object value(Map<String, Object> row, Field field) {
    return row.get(field.name());
  }

  private static void put(Map<String, Object> row, Field field, Object value) {
    row.put(field.name(), value);
  }
}
