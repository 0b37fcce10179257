package dev.dangol.cohorts.profile;

import static dev.dangol.cohorts.profile.Trait.every;
import static dev.dangol.cohorts.profile.Trait.most;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.weekday;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.Columns;
import dev.dangol.table.Engagement;
import dev.dangol.table.ProfileColumns;
import dev.dangol.table.Purchases;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What customers bought and looked at, where and when. */
final class PurchaseAttributes {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private PurchaseAttributes() {}

  /** From purchase lines, refunds not counted. */
  static Dataset<Row> traits(Dataset<Row> purchases, AsOf asOf) {
    Column at = Purchases.PURCHASED_AT.col();
    return Trait.rows(
        purchases
            .where(asOf.known(Purchases.PURCHASED_AT).and(Purchases.bought()))
            .groupBy(Columns.CUSTOMER_ID.col())
            .agg(
                Trait.all(
                    Trait.of(ProfileColumns.WHY, "main_category", most(Columns.CATEGORY.col())),
                    Trait.of(ProfileColumns.WHY, "category", every(Columns.CATEGORY.col())),
                    Trait.of(
                        ProfileColumns.WHY, "product_line", every(Purchases.PRODUCT_LINE.col())),
                    Trait.of(ProfileColumns.HOW, "purchase_channel", most(Columns.CHANNEL.col())),
                    Trait.of(ProfileColumns.HOW, "purchase_hours", most(hours(at))),
                    Trait.of(ProfileColumns.HOW, "purchase_weekday", most(day(at))))));
  }

  /** From engagement events of customers who are known. */
  static Dataset<Row> engaged(Dataset<Row> engagement, AsOf asOf) {
    Column at = Engagement.OCCURRED_AT.col();
    return Trait.rows(
        engagement
            .where(asOf.known(Engagement.OCCURRED_AT))
            .where(Columns.CUSTOMER_ID.col().isNotNull())
            .groupBy(Columns.CUSTOMER_ID.col())
            .agg(
                Trait.all(
                    Trait.of(ProfileColumns.WHY, "viewed_category", most(Columns.CATEGORY.col())),
                    Trait.of(ProfileColumns.HOW, "engagement_channel", most(Columns.CHANNEL.col())),
                    Trait.of(ProfileColumns.HOW, "engagement_hours", most(hours(at))))));
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
