package dev.dangol.features;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.to_date;

import dev.dangol.table.AsOf;
import dev.dangol.table.Engagement;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Field;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a customer does besides buying: looks, opens, clicks, replies, shares, turns away. */
public final class EngagementFeatures {
  private EngagementFeatures() {}

  /** One row per known customer with an event; visitors who are not known have none. */
  public static Dataset<Row> perCustomer(
      Dataset<Row> engagement, AsOf asOf, List<Integer> windows) {
    Column day = to_date(Engagement.OCCURRED_AT.col());
    List<Column> measures = new ArrayList<>();
    measures.add(kinds(FeatureColumns.VIEWS_LIFETIME, "view"));
    measures.add(kinds(FeatureColumns.OPENS_LIFETIME, "open"));
    measures.add(kinds(FeatureColumns.CLICKS_LIFETIME, "click"));
    measures.add(kinds(FeatureColumns.REPLIES_LIFETIME, "reply", "comment"));
    measures.add(kinds(FeatureColumns.SHARES_LIFETIME, "share"));
    measures.add(kinds(FeatureColumns.UNSUBSCRIBES_LIFETIME, "unsubscribe"));
    measures.add(FeatureColumns.DAYS_SINCE_LAST_EVENT.is(asOf.daysSince(max(day))));
    for (int window : windows) {
      measures.add(FeatureColumns.events(window).is(count_if(asOf.within(day, window))));
    }
    return engagement
        .where(asOf.known(Engagement.OCCURRED_AT))
        .where(Engagement.KNOWN_CUSTOMER_ID.col().isNotNull())
        .groupBy(Engagement.KNOWN_CUSTOMER_ID.col())
        .agg(FeatureColumns.EVENTS_LIFETIME.is(count(lit(1))), measures.toArray(Column[]::new));
  }

  private static Column kinds(Field field, Object... events) {
    return field.is(count_if(Engagement.EVENT.col().isin(events)));
  }
}
