package dev.dangol.job.export;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import dev.dangol.job.JobContext;
import dev.dangol.store.Lake;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.AudienceColumns;
import dev.dangol.table.results.SuppressionColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.Sources;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Signs of customers that they want no messages, or that these are spam to them. */
final class SuppressionMarks {
  private static final String UNSUBSCRIBE = "unsubscribe";

  private SuppressionMarks() {}

  /** One row per customer who unsubscribed, complained or is at risk; empty without the sources. */
  static Optional<Dataset<Row>> of(JobContext day) {
    Optional<Dataset<Row>> messages = messages(day.lake(), day.asOf());
    Optional<Dataset<Row>> events = events(day.lake(), day.asOf());
    return Stream.of(messages, events, risks(day))
        .flatMap(Optional::stream)
        .reduce(Dataset::unionByName)
        .map(SuppressionMarks::byCustomer);
  }

  /** Channels that the job contacts suppressed for the risk of spam: such a mark has no end. */
  private static Optional<Dataset<Row>> risks(JobContext day) {
    if (!day.lake().exists(SuppressionColumns.TABLE)) {
      return Optional.empty();
    }
    Column reason = SuppressionColumns.REASON.col();
    return Optional.of(
        day.lake()
            .readDay(SuppressionColumns.TABLE, day.asOf())
            .where(reason.equalTo(SuppressionColumns.SPAM_RISK))
            .select(
                SharedColumns.CUSTOMER_ID.col(),
                channel(),
                AudienceColumns.UNSUBSCRIBED_ON.nullColumn(),
                AudienceColumns.COMPLAINED.is(lit(true))));
  }

  private static Optional<Dataset<Row>> messages(Lake lake, AsOf asOf) {
    if (!lake.exists(Sources.MESSAGES.clean())) {
      return Optional.empty();
    }
    Column complained = coalesce(asOf.hasHappened(MessageSource.COMPLAINED_AT), lit(false));
    Column unsubscribed = coalesce(asOf.hasHappened(MessageSource.UNSUBSCRIBED_AT), lit(false));
    return Optional.of(
        lake.read(Sources.MESSAGES.clean())
            .where(complained.or(unsubscribed))
            .select(
                SharedColumns.CUSTOMER_ID.col(),
                channel(),
                AudienceColumns.UNSUBSCRIBED_ON.is(
                    when(unsubscribed, to_date(MessageSource.UNSUBSCRIBED_AT.col()))),
                AudienceColumns.COMPLAINED.is(complained)));
  }

  private static Optional<Dataset<Row>> events(Lake lake, AsOf asOf) {
    if (!lake.exists(Sources.ENGAGEMENT.clean())) {
      return Optional.empty();
    }
    return Optional.of(
        lake.read(Sources.ENGAGEMENT.clean())
            .where(
                EngagementSource.EVENT
                    .col()
                    .equalTo(UNSUBSCRIBE)
                    .and(asOf.hasHappened(EngagementSource.OCCURRED_AT))
                    .and(EngagementSource.KNOWN_CUSTOMER_ID.col().isNotNull()))
            .select(
                SharedColumns.CUSTOMER_ID.col(),
                channel(),
                AudienceColumns.UNSUBSCRIBED_ON.is(to_date(EngagementSource.OCCURRED_AT.col())),
                AudienceColumns.COMPLAINED.is(lit(false))));
  }

  private static Column channel() {
    return SharedColumns.CHANNEL.is(coalesce(lower(trim(SharedColumns.CHANNEL.col())), lit("")));
  }

  private static Dataset<Row> byCustomer(Dataset<Row> signs) {
    Column day = AudienceColumns.UNSUBSCRIBED_ON.col().cast(DataTypes.StringType);
    Column complained = AudienceColumns.COMPLAINED.col().cast(DataTypes.StringType);
    Column text =
        concat(coalesce(day, lit("")), lit("|"), complained, lit("|"), SharedColumns.CHANNEL.col());
    return signs
        .groupBy(SharedColumns.CUSTOMER_ID.col(), SharedColumns.CHANNEL.col())
        .agg(
            max(AudienceColumns.UNSUBSCRIBED_ON.col()).as(AudienceColumns.UNSUBSCRIBED_ON.name()),
            max(AudienceColumns.COMPLAINED.col()).as(AudienceColumns.COMPLAINED.name()))
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(array_sort(collect_list(text)).as(AudienceColumns.MARKS.name()));
  }
}
