package dev.dangol.cohorts.profile;

import static dev.dangol.cohorts.profile.ProfileAttribute.every;
import static dev.dangol.cohorts.profile.ProfileAttribute.most;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.weekday;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ProfileColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.PurchaseSource;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Attributes from purchases and engagement: categories, product lines, channels, hours and
 * weekdays.
 */
final class PurchaseAttributes {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private PurchaseAttributes() {}

  /** From purchase lines, refunds not counted. */
  static Dataset<Row> traits(Dataset<Row> purchases, AsOf asOf) {
    Column at = PurchaseSource.PURCHASED_AT.col();
    return ProfileAttribute.rows(
        purchases
            .where(asOf.isKnown(PurchaseSource.PURCHASED_AT).and(PurchaseSource.isPurchase()))
            .groupBy(SharedColumns.CUSTOMER_ID.col())
            .agg(
                ProfileAttribute.all(
                    ProfileAttribute.of(
                        ProfileColumns.WHY, "main_category", most(SharedColumns.CATEGORY.col())),
                    ProfileAttribute.of(
                        ProfileColumns.WHY, "category", every(SharedColumns.CATEGORY.col())),
                    ProfileAttribute.of(
                        ProfileColumns.WHY,
                        "product_line",
                        every(PurchaseSource.PRODUCT_LINE.col())),
                    ProfileAttribute.of(
                        ProfileColumns.HOW, "purchase_channel", most(SharedColumns.channelName())),
                    ProfileAttribute.of(ProfileColumns.HOW, "purchase_hours", most(hours(at))),
                    ProfileAttribute.of(ProfileColumns.HOW, "purchase_weekday", most(day(at))))));
  }

  /** From engagement events that have a customer. */
  static Dataset<Row> ofEngagement(Dataset<Row> engagement, AsOf asOf) {
    Column at = EngagementSource.OCCURRED_AT.col();
    return ProfileAttribute.rows(
        engagement
            .where(asOf.isKnown(EngagementSource.OCCURRED_AT))
            .where(SharedColumns.CUSTOMER_ID.col().isNotNull())
            .groupBy(SharedColumns.CUSTOMER_ID.col())
            .agg(
                ProfileAttribute.all(
                    ProfileAttribute.of(
                        ProfileColumns.WHY, "viewed_category", most(SharedColumns.CATEGORY.col())),
                    ProfileAttribute.of(
                        ProfileColumns.HOW,
                        "engagement_channel",
                        most(SharedColumns.channelName())),
                    ProfileAttribute.of(ProfileColumns.HOW, "engagement_hours", most(hours(at))))));
  }

  private static Column hours(Column at) {
    Column hour = hour(at);
    return when(hour.lt(6), lit("00-06"))
        .when(hour.lt(12), lit("06-12"))
        .when(hour.lt(18), lit("12-18"))
        .when(hour.isNotNull(), lit("18-24"));
  }

  private static Column day(Column at) {
    Column[] names = DAYS.stream().map(functions::lit).toArray(Column[]::new);
    return get(array(names), weekday(at));
  }
}
