package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of affinities: what works and what fails when a group of customers is written to. */
public final class AffinityColumns {
  public static final String EVERYONE = "everyone";
  public static final String SEGMENT = "segment";
  public static final String COHORT = "cohort";
  public static final String WORKS = "works";
  public static final String FAILS = "fails";
  public static final String UNKNOWN = "unknown";

  public static final Field GROUP_KIND =
      Field.text("group_kind", "The kind of group: everyone segment cohort.").asRequired();
  public static final Field GROUP =
      Field.text("group", "The segment's id, or the cohort's name; all for everyone.").asRequired();
  public static final Field FACET =
      Field.text(
              "facet",
              "The facet of messages: channel hour weekday promotion_type creative category.")
          .asRequired();
  public static final Field VALUE =
      Field.text(
              "value",
              "One of its values: a channel, 0 to 23, mon to sun, or as the messages name it.")
          .asRequired();
  public static final Field CUSTOMERS =
      ReplyColumns.CUSTOMERS.renamed(
          "customers", "Customers of the group who got a message with the value.");
  public static final Field SENT =
      RelevanceColumns.SENT.renamed(
          "sent", "Messages with the value sent to the group by the day.");
  public static final Field RESPONDED =
      PreferenceColumns.RESPONDED.renamed(
          "responded", "Those of them with a human response: an open, click or reply.");
  public static final Field RESPONSE_RATE =
      Field.number(Unit.SHARE, "response_rate", "responded divided by sent, 0 to 1.").asRequired();
  public static final Field BASE_RATE =
      Field.number(
              Unit.SHARE,
              "base_rate",
              "The same over all messages to the group of which the facet is known, 0 to 1.")
          .asRequired();
  public static final Field LIFT =
      Field.number(
          Unit.MULTIPLE,
          "lift",
          "response_rate divided by base_rate; null where nobody of the group ever responded.");
  public static final Field LIFT_LOW =
      Field.number(
          Unit.MULTIPLE,
          "lift_low",
          "The lower end of its interval at 95 %, in which the messages of one customer count as"
              + " alike; null where there is no other value to compare with.");
  public static final Field LIFT_HIGH =
      Field.number(
          Unit.MULTIPLE,
          "lift_high",
          "The upper end of the same interval; null where there is no other value.");
  public static final Field Q_VALUE =
      Field.number(
          "q_value",
          "The false discovery rate at which the value differs from the others of the group"
              + " (Benjamini and Hochberg), over all values tested in the group, 0 to 1; null where"
              + " there were too few messages or customers to test.");
  public static final Field VERDICT =
      Field.text(
              "verdict",
              "works fails unknown: where q_value is at most contacts.affinities.max-q, works for a"
                  + " lift above 1 and fails for one below; else unknown.")
          .asRequired();

  public static final Table TABLE =
      new Table(
          "affinities",
          "A value of a facet of messages, and how a group of customers responds to it.",
          List.of(SharedColumns.AS_OF, GROUP_KIND, GROUP, FACET, VALUE),
          List.of(
              SharedColumns.AS_OF,
              GROUP_KIND,
              GROUP,
              FACET,
              VALUE,
              CUSTOMERS,
              SENT,
              RESPONDED,
              RESPONSE_RATE,
              BASE_RATE,
              LIFT,
              LIFT_LOW,
              LIFT_HIGH,
              Q_VALUE,
              VERDICT));

  private AffinityColumns() {}
}
