package dev.dangol.contacts;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.mode;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.BenchmarkSettings;
import dev.dangol.config.ContactSettings;
import dev.dangol.config.RelevanceSettings;
import dev.dangol.contacts.ContactFact.SendFact;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.results.RelevanceColumns;
import dev.dangol.table.results.ReplyColumns;
import dev.dangol.table.sources.MessageSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Relevance of messages to those who got them, by campaign, and the risk that they are spam.
 *
 * @param unknown the columns of {@code message_relevance} that no source tells
 */
public record MessageRelevance(ContactSettings settings, AsOf asOf, Set<Field> unknown) {
  private static final String NONE = "none";
  private static final String SOME = "some";

  /** The risk from which a channel may be suppressed. */
  static final String HIGH = "high";

  private static final Map<Field, Field> SHARES =
      Map.of(
          RelevanceColumns.OPENED_SHARE, FactColumns.OPENED,
          RelevanceColumns.CLICKED_SHARE, FactColumns.CLICKED,
          RelevanceColumns.UNSUBSCRIBED_SHARE, FactColumns.LEFT,
          RelevanceColumns.COMPLAINED_SHARE, FactColumns.COMPLAINED);

  public MessageRelevance {
    unknown = Set.copyOf(unknown);
  }

  /**
   * The rows of {@code message_relevance}.
   *
   * @param facts as {@link ContactFacts} makes them
   */
  public Dataset<Row> campaigns(Dataset<Row> facts) {
    Column sent = count(lit(1));
    Column irrelevant = count_if(FactColumns.IRRELEVANT.col());
    Column known = count_if(FactColumns.SCORE_KNOWN.col());
    Optional<BenchmarkSettings> benchmark = settings.benchmark("irrelevant_messages");
    Dataset<Row> counted =
        facts
            .where(FactColumns.KIND.col().equalTo(SendFact.KIND))
            .groupBy(RelevanceColumns.CAMPAIGN_ID.col())
            .agg(
                RelevanceColumns.SENT.is(sent),
                RelevanceColumns.IRRELEVANT.is(irrelevant),
                RelevanceColumns.UNKNOWN_RELEVANCE.is(sent.minus(known)),
                RelevanceColumns.IRRELEVANT_SHARE.is(
                    when(known.gt(0), irrelevant.cast("double").divide(known))),
                share(RelevanceColumns.OPENED_SHARE, sent),
                share(RelevanceColumns.CLICKED_SHARE, sent),
                share(RelevanceColumns.UNSUBSCRIBED_SHARE, sent),
                share(RelevanceColumns.COMPLAINED_SHARE, sent),
                RelevanceColumns.BENCHMARK_SHARE.is(
                    lit(benchmark.map(BenchmarkSettings::from).orElse(null))),
                ReplyColumns.BENCHMARK_SOURCE.is(
                    lit(benchmark.map(BenchmarkSettings::source).orElse(null))),
                RelevanceColumns.MOSTLY_PROMOTION_TYPE.is(
                    mode(MessageSource.PROMOTION_TYPE.col(), true)),
                RelevanceColumns.MOSTLY_CREATIVE.is(mode(MessageSource.CREATIVE.col(), true)),
                RelevanceColumns.MOSTLY_CHANNEL.is(mode(SharedColumns.CHANNEL.col(), true)));
    return dated(counted, RelevanceColumns.MESSAGES);
  }

  private Column share(Field share, Column sent) {
    return unknown.contains(share)
        ? share.nullColumn()
        : share.is(count_if(SHARES.get(share).col()).cast("double").divide(sent));
  }

  /**
   * The rows of {@code spam_risk}.
   *
   * @param facts as {@link ContactFacts} makes them
   */
  public Dataset<Row> risks(Dataset<Row> facts) {
    RelevanceSettings.SpamSettings spam = settings.relevance().spam();
    Column inRow = FactColumns.IN_ROW.col();
    Column since = to_date(timestamp_micros(FactColumns.SINCE.col()));
    Column risk =
        when(inRow.geq(spam.high()), lit(HIGH))
            .when(inRow.geq(spam.some()), lit(SOME))
            .otherwise(lit(NONE));
    Column words =
        when(
            inRow.geq(spam.some()),
            concat(
                inRow.cast("string"),
                lit(" irrelevant messages in a row without a response since "),
                since.cast("string"),
                lit(".")));
    Dataset<Row> risks =
        facts
            .where(FactColumns.KIND.col().equalTo(SendFact.KIND).and(FactColumns.NEWEST.col()))
            .select(
                SharedColumns.CUSTOMER_ID.col(),
                RelevanceColumns.CHANNEL.col(),
                RelevanceColumns.SENT_TO_THEM.is(FactColumns.NUMBER.col()),
                RelevanceColumns.IRRELEVANT_IN_A_ROW.is(inRow),
                RelevanceColumns.IRRELEVANT_SINCE.is(since),
                RelevanceColumns.RISK.is(risk),
                RelevanceColumns.RISK_REASON.is(words));
    return dated(risks, RelevanceColumns.SPAM_RISK);
  }

  private Dataset<Row> dated(Dataset<Row> rows, Table table) {
    return rows.withColumn(SharedColumns.AS_OF.name(), SharedColumns.AS_OF.is(asOf.column()))
        .select(table.fields().stream().map(Field::col).toArray(Column[]::new));
  }
}
