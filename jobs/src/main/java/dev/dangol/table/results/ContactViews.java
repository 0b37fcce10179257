package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.TableView;
import dev.dangol.table.TextLiteral;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** View of the stream of contact: what a business and each customer said to one another. */
public final class ContactViews {
  public static final Field AT = Field.instant("at", "When it happened.").asRequired();
  public static final Field DIRECTION =
      Field.text("direction", "in from the customer, out from the business.").asRequired();
  public static final Field KIND =
      Field.text("kind", "message advertisement service review survey event.").asRequired();
  public static final Field CHANNEL =
      SharedColumns.CHANNEL.renamed("channel", "The channel, in small letters; null for none.");
  public static final Field SUBJECT =
      Field.text(
          "subject",
          "The campaign of a message, the theme of a case, the survey, the product of a review, or"
              + " the event.");
  public static final Field SOURCE = Field.text("source", "The source that tells it.").asRequired();
  public static final Field CONTACT_NUMBER =
      Field.count(
              "contact_number",
              "Its number among the contacts of the customer, from 1, in order of time.")
          .asRequired();

  public static final Table TABLE =
      new Table(
          "contacts",
          "A contact of a customer with the business, of any day.",
          List.of(SharedColumns.CUSTOMER_ID, CONTACT_NUMBER),
          List.of(
              SharedColumns.CUSTOMER_ID,
              AT,
              DIRECTION,
              KIND,
              CHANNEL,
              SUBJECT,
              SOURCE,
              SharedColumns.SOURCE_ROW,
              CONTACT_NUMBER));

  /** The sources that tell of contacts, in the order in which those of one instant count. */
  public static final List<Source> SOURCES =
      List.of(
          Sources.MESSAGES, Sources.SUPPORT, Sources.SURVEYS, Sources.REVIEWS, Sources.ENGAGEMENT);

  private static final String ADVERTISEMENT =
      "CASE WHEN nullif(trim(promotion_type), '') IS NULL THEN 'message' ELSE 'advertisement' END";

  /** Parts in the order in which those of one row count; the parts of a source are of one text. */
  private static final List<ContactPart> PARTS =
      List.of(
          new ContactPart(Sources.MESSAGES, "sent_at", "out", ADVERTISEMENT, "campaign_id"),
          new ContactPart(Sources.MESSAGES, "replied_at", "in", "'message'", "campaign_id"),
          new ContactPart(Sources.SUPPORT, "opened_at", "in", "'service'", "theme"),
          new ContactPart(Sources.SUPPORT, "first_reply_at", "out", "'service'", "theme"),
          new ContactPart(Sources.SUPPORT, "reopened_at", "in", "'service'", "theme"),
          new ContactPart(Sources.SURVEYS, "answered_at", "in", "'survey'", "survey"),
          new ContactPart(Sources.REVIEWS, "reviewed_at", "in", "'review'", "product_id"),
          new ContactPart(Sources.ENGAGEMENT, "occurred_at", "in", "'event'", "event"));

  private ContactViews() {}

  /** A kind of contact: one for each row of a source in which the time is given. */
  private record ContactPart(
      Source source, String time, String direction, String kind, String subject) {
    String query(Collection<String> events) {
      String channel =
          source.equals(Sources.SURVEYS)
              ? "CAST(NULL AS STRING)"
              : "nullif(lower(trim(channel)), '')";
      return String.format(
          """
          SELECT customer_id, %s AS at, '%s' AS direction, %s AS kind, %s AS channel,
            %s AS subject, '%s' AS source, source_row, %d AS _source, %d AS _part
          FROM {schema}%s WHERE %s
          """,
          time,
          direction,
          kind,
          channel,
          subject,
          source.name(),
          SOURCES.indexOf(source),
          PARTS.indexOf(this),
          source.clean().name(),
          condition(events));
    }

    private String condition(Collection<String> events) {
      if (!source.equals(Sources.ENGAGEMENT)) {
        return time + " IS NOT NULL";
      }
      String named = events.stream().map(TextLiteral::of).collect(Collectors.joining(", "));
      return "customer_id IS NOT NULL AND event IN (" + (named.isEmpty() ? "NULL" : named) + ")";
    }
  }

  /**
   * The view {@code contacts}.
   *
   * @param events the engagement events that are contacts
   * @param sources the names of the sources that there are
   */
  public static TableView of(Collection<String> events, Collection<String> sources) {
    List<Source> there =
        SOURCES.stream().filter(source -> sources.contains(source.name())).toList();
    String parts =
        PARTS.stream()
            .filter(part -> there.contains(part.source()))
            .map(part -> part.query(events))
            .collect(Collectors.joining("UNION ALL\n"));
    return new TableView(
        TABLE,
        there.stream().map(source -> source.clean().name()).toList(),
        String.format(
            """
            SELECT customer_id, at, direction, kind, channel, subject, source, source_row,
              CAST(row_number() OVER (
                PARTITION BY customer_id ORDER BY at, _source, source_row, _part) AS BIGINT)
                AS contact_number
            FROM (
            %s)
            """,
            parts.isEmpty() ? nothing() : parts));
  }

  /** The view over every source, those that are not there without a row. */
  public static TableView of(Collection<String> events) {
    return of(events, SOURCES.stream().map(Source::name).toList());
  }

  private static String nothing() {
    String columns =
        TABLE.fields().stream()
            .map(field -> "CAST(NULL AS " + field.type().sql() + ") AS " + field.name())
            .collect(Collectors.joining(", "));
    return "SELECT " + columns + ", 0 AS _source, 0 AS _part WHERE false\n";
  }
}
