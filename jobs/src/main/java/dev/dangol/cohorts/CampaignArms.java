package dev.dangol.cohorts;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;

import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.UpliftColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.MoneyArithmetic;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Intention-to-treat rows of campaigns: members of each cohort with their arm and their outcomes.
 * Every member counts by their arm on the day the campaign began, whether they got a message or
 * not: who gets a message is not left to chance, but the arm is.
 *
 * @param asOf later data are not used
 * @param days how long customers are followed
 */
public record CampaignArms(AsOf asOf, int days) {
  /**
   * Messages, purchases and engagement of customers.
   *
   * @param messages the messages sent
   * @param days purchases of each customer by day
   * @param engagement their other events; empty where it is not configured
   */
  public record CampaignActivity(
      Dataset<Row> messages, Dataset<Row> days, Optional<Dataset<Row>> engagement) {}

  /**
   * One row per campaign whose days are over, cohort and member on the day before it began.
   *
   * @param stays rows of {@code cohort_members}
   * @param groups rows of {@code control_groups}
   */
  public Dataset<Row> of(Dataset<Row> stays, Dataset<Row> groups, CampaignActivity deeds) {
    Dataset<Row> sent = deeds.messages().where(asOf.hasHappened(MessageSource.SENT_AT));
    String[] watched = {UpliftColumns.CAMPAIGN.name(), SharedColumns.CUSTOMER_ID.name()};
    Dataset<Row> meant = reachable(stays, groups, sent);
    Dataset<Row> people =
        meant
            .select(
                UpliftColumns.CAMPAIGN.col(),
                UpliftColumns.BEGAN_ON.col(),
                SharedColumns.CUSTOMER_ID.col())
            .distinct();
    return meant
        .join(recipients(sent), watched, "left")
        .join(withPurchases(people, deeds.days()), watched, "left")
        .join(withVisits(people, deeds.engagement()), watched, "left")
        .select(
            UpliftColumns.CAMPAIGN.col(),
            UpliftColumns.BEGAN_ON.col(),
            SharedColumns.COHORT.col(),
            UpliftColumns.ARM.col(),
            SharedColumns.CUSTOMER_ID.col(),
            UpliftColumns.MESSAGED.is(coalesce(UpliftColumns.MESSAGED.col(), lit(false))),
            visit(deeds),
            UpliftColumns.BOUGHT.is(coalesce(UpliftColumns.BOUGHT.col(), lit(0))),
            UpliftColumns.PAID.is(coalesce(UpliftColumns.PAID.col(), lit(0))));
  }

  /** The members of each cohort on the day before each campaign began, with their arm. */
  private Dataset<Row> reachable(Dataset<Row> stays, Dataset<Row> groups, Dataset<Row> sent) {
    String[] member = {SharedColumns.COHORT.name(), SharedColumns.CUSTOMER_ID.name()};
    Column left = CohortColumns.LEFT_ON.col();
    Column began = UpliftColumns.BEGAN_ON.col();
    Column in = CohortColumns.ENTERED_ON.col().lt(began).and(left.isNull().or(left.geq(began)));
    return stays
        .join(broadcast(campaigns(sent)), in, "inner")
        .select(
            UpliftColumns.CAMPAIGN.col(),
            UpliftColumns.BEGAN_ON.col(),
            SharedColumns.COHORT.col(),
            SharedColumns.CUSTOMER_ID.col())
        .join(groups.drop(UpliftColumns.DRAWN_ON.name()), member, "inner");
  }

  private Dataset<Row> campaigns(Dataset<Row> sent) {
    Column last = date_add(UpliftColumns.BEGAN_ON.col(), days - 1);
    return sent.where(UpliftColumns.CAMPAIGN.col().isNotNull())
        .groupBy(UpliftColumns.CAMPAIGN.col())
        .agg(UpliftColumns.BEGAN_ON.is(min(to_date(MessageSource.SENT_AT.col()))))
        .where(last.leq(asOf.column()));
  }

  private static Dataset<Row> recipients(Dataset<Row> sent) {
    return sent.select(UpliftColumns.CAMPAIGN.col(), SharedColumns.CUSTOMER_ID.col())
        .distinct()
        .withColumn(UpliftColumns.MESSAGED.name(), lit(true));
  }

  private Dataset<Row> withPurchases(Dataset<Row> people, Dataset<Row> bought) {
    return people
        .join(
            bought.select(
                SharedColumns.CUSTOMER_ID.col(),
                DayColumns.COUNTED_ON.col(),
                DayColumns.ORDERS.col(),
                DayColumns.NET.col()),
            SharedColumns.CUSTOMER_ID.name(),
            "inner")
        .where(during(DayColumns.COUNTED_ON.col()))
        .groupBy(UpliftColumns.CAMPAIGN.col(), SharedColumns.CUSTOMER_ID.col())
        .agg(
            UpliftColumns.BOUGHT.is(sum(DayColumns.ORDERS.col())),
            UpliftColumns.PAID.is(MoneyArithmetic.amount(sum(DayColumns.NET.col()))));
  }

  private Dataset<Row> withVisits(Dataset<Row> people, Optional<Dataset<Row>> engagement) {
    Dataset<Row> none =
        people
            .limit(0)
            .select(UpliftColumns.CAMPAIGN.col(), SharedColumns.CUSTOMER_ID.col())
            .withColumn(UpliftColumns.VISITED.name(), UpliftColumns.VISITED.nullColumn());
    return engagement
        .map(
            events ->
                people
                    .join(
                        events
                            .where(asOf.isKnown(EngagementSource.OCCURRED_AT))
                            .select(
                                SharedColumns.CUSTOMER_ID.is(
                                    EngagementSource.KNOWN_CUSTOMER_ID.col()),
                                DayColumns.COUNTED_ON.is(
                                    to_date(EngagementSource.OCCURRED_AT.col()))),
                        SharedColumns.CUSTOMER_ID.name(),
                        "inner")
                    .where(during(DayColumns.COUNTED_ON.col()))
                    .select(UpliftColumns.CAMPAIGN.col(), SharedColumns.CUSTOMER_ID.col())
                    .distinct()
                    .withColumn(UpliftColumns.VISITED.name(), lit(true)))
        .orElse(none);
  }

  private static Column visit(CampaignActivity deeds) {
    Column absent = deeds.engagement().isPresent() ? lit(false) : lit(null);
    return UpliftColumns.VISITED.is(coalesce(UpliftColumns.VISITED.col(), absent));
  }

  private Column during(Column day) {
    Column began = UpliftColumns.BEGAN_ON.col();
    return day.geq(began).and(day.lt(date_add(began, days)));
  }
}
