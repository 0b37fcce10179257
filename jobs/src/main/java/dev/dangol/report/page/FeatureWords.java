package dev.dangol.report.page;

import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureNames;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The columns of customer_features as people call them, and their values with a unit. */
public record FeatureWords(PageWords words, ReadableNumbers figures) {
  private static final Pattern WINDOWED = Pattern.compile("(.+)_(\\d+)d");
  private static final String TABLE_PREFIX = "customer_features.";
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("frequency", "days"),
          Map.entry("orders", "orders"),
          Map.entry("categories", "categories"),
          Map.entry("reviews", "reviews"),
          Map.entry("reviews_per_order", "reviews_per_order"),
          Map.entry("rating_mean", "rating"),
          Map.entry("rating_spread", "rating"),
          Map.entry("low_ratings", "reviews"),
          Map.entry("review_length_mean", "characters"),
          Map.entry("helpful_votes", "votes"),
          Map.entry("reviews_answered", "times"),
          Map.entry("events", "events"),
          Map.entry("views", "times"),
          Map.entry("opens", "times"),
          Map.entry("clicks", "times"),
          Map.entry("replies", "times"),
          Map.entry("shares", "times"),
          Map.entry("unsubscribes", "times"),
          Map.entry("referral_generations", "generations"),
          Map.entry("referrals_made", "people"),
          Map.entry("referrals_converted", "people"),
          Map.entry("gap_variability", "multiple"),
          Map.entry("overdue_ratio", "multiple"),
          Map.entry("dangol_index", "points"),
          Map.entry("items", "pieces"),
          Map.entry("promotion_free_orders", "orders"),
          Map.entry("rating_trend", "rating"),
          Map.entry("searches", "times"),
          Map.entry("comparisons", "times"),
          Map.entry("carts", "times"),
          Map.entry("checkouts", "times"),
          Map.entry("helps", "times"),
          Map.entry("errors", "times"),
          Map.entry("touches_to_first_order", "events"),
          Map.entry("messages", "messages"),
          Map.entry("message_unsubscribes", "messages"),
          Map.entry("message_complaints", "messages"),
          Map.entry("cases", "cases"),
          Map.entry("cases_per_order", "cases"),
          Map.entry("reopened", "cases"),
          Map.entry("handling_minutes", "minutes"),
          Map.entry("survey_answers", "answers"),
          Map.entry("nps_latest", "points"),
          Map.entry("csat_latest", "points"),
          Map.entry("reciprocity", "multiple"),
          Map.entry("satisfaction_expected", "of_one"),
          Map.entry("satisfaction_delivered", "of_one"),
          Map.entry("satisfaction_gap", "of_one"),
          Map.entry("strikes", "times"),
          Map.entry("expected_orders", "orders"));

  private static final Set<String> MONEY =
      Set.of(
          "net_sales",
          "referred_net_sales",
          "refunds",
          "order_value",
          "monetary_value",
          "margin",
          "discounts",
          "message_cost",
          "support_cost",
          "loyalty_earned",
          "loyalty_redeemed",
          "loyalty_benefits",
          "expected_order_value",
          "expected_net_sales",
          "clv");

  /** Measures that are shares without saying so in their names. */
  private static final Set<String> SHARES =
      Set.of(
          "discount_depth",
          "product_line_concentration",
          "sales_growth",
          "survey_score_mean",
          "p_alive",
          "p_buy");

  /** Measures small enough for the second digit after the point to matter. */
  private static final Set<String> PRECISE =
      Set.of(
          "reviews_per_order",
          "cases_per_order",
          "gap_variability",
          "overdue_ratio",
          "reciprocity",
          "satisfaction_expected",
          "satisfaction_delivered",
          "satisfaction_gap");

  /** The column's name in words; a column that has none is shown as it is. */
  public String name(String feature) {
    return FeatureNames.in(words.locale()).name(feature);
  }

  public String name(Field feature) {
    return name(feature.name());
  }

  /** A measure such as customer_features.quality_refer in words. */
  public String measure(String measure) {
    return measure.startsWith(TABLE_PREFIX)
        ? name(measure.substring(TABLE_PREFIX.length()))
        : measure;
  }

  /** The value with the unit of its feature. */
  public String value(String feature, double value) {
    String kind = WINDOWED.matcher(feature).replaceFirst("$1").replaceFirst("_lifetime$", "");
    if (MONEY.contains(kind)) {
      return figures.money(BigDecimal.valueOf(value));
    }
    if (kind.endsWith("_share") || SHARES.contains(kind)) {
      return figures.share(value);
    }
    return figures.unit(unit(kind), value, PRECISE.contains(kind) ? 2 : 1);
  }

  static String unit(String kind) {
    if (kind.startsWith("quality_") || kind.endsWith("_score")) {
      return "points";
    }
    return kind.contains("days") ? "days" : UNITS.getOrDefault(kind, "plain");
  }
}
