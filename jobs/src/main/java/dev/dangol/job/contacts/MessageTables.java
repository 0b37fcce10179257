package dev.dangol.job.contacts;

import dev.dangol.config.Settings;
import dev.dangol.contacts.ContactPreferences;
import dev.dangol.contacts.MediaTotals;
import dev.dangol.contacts.MessageRelevance;
import dev.dangol.contacts.ScoreRates;
import dev.dangol.job.JobContext;
import dev.dangol.store.Lake;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.evidence.MediaColumns;
import dev.dangol.table.results.MessageScoreColumns;
import dev.dangol.table.results.PreferenceColumns;
import dev.dangol.table.results.RelevanceColumns;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.Sources;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes the relevance of messages, the risk of spam, and where and when customers respond. */
final class MessageTables {
  private static final List<Table> ALL =
      List.of(
          RelevanceColumns.MESSAGES,
          MessageScoreColumns.TABLE,
          RelevanceColumns.SPAM_RISK,
          PreferenceColumns.TABLE,
          MediaColumns.TABLE);

  private MessageTables() {}

  /** Writes the tables of the day; returns why measures could not be computed. */
  static Map<String, String> write(JobContext day, Optional<Dataset<Row>> facts) {
    Lake lake = day.lake();
    Map<String, String> reasons = new TreeMap<>();
    Optional<String> missing = MissingSources.reason(day.settings(), Sources.MESSAGES);
    if (facts.isEmpty() || missing.isPresent()) {
      for (Table table : ALL) {
        lake.replaceDay(table, lake.none(table), day.asOf());
        missing.ifPresent(why -> reasons.put(table.name(), why));
      }
      return reasons;
    }
    Map<Field, String> unknown = unknown(day.settings());
    unknown.forEach(
        (field, why) -> reasons.put(RelevanceColumns.MESSAGES.name() + "." + field.name(), why));
    MissingSources.unknownResponses(day.settings())
        .ifPresent(why -> reasons.put(MessageScoreColumns.TABLE.name(), why));
    MessageRelevance relevance =
        new MessageRelevance(day.settings().contacts(), day.asOf(), unknown.keySet());
    lake.replaceDay(RelevanceColumns.MESSAGES, relevance.campaigns(facts.get()), day.asOf());
    lake.replaceDay(
        MessageScoreColumns.TABLE,
        lake.of(MessageScoreColumns.TABLE, scores(day, unknown.keySet()).rows(facts.get())),
        day.asOf());
    lake.replaceDay(RelevanceColumns.SPAM_RISK, relevance.risks(facts.get()), day.asOf());
    lake.replaceDay(PreferenceColumns.TABLE, preferences(day, facts.get(), reasons), day.asOf());
    lake.replaceDay(MediaColumns.TABLE, media(day, facts.get(), reasons), day.asOf());
    return reasons;
  }

  private static ScoreRates scores(JobContext day, Set<Field> unknown) {
    Set<Field> untold = new HashSet<>();
    if (unknown.contains(RelevanceColumns.OPENED_SHARE)) {
      untold.add(MessageScoreColumns.OPENED_SHARE);
    }
    if (unknown.contains(RelevanceColumns.CLICKED_SHARE)) {
      untold.add(MessageScoreColumns.CLICKED_SHARE);
    }
    if (MissingSources.unknownResponses(day.settings()).isPresent()) {
      untold.add(MessageScoreColumns.RESPONDED_SHARE);
    }
    return new ScoreRates(day.asOf(), untold);
  }

  private static Dataset<Row> preferences(
      JobContext day, Dataset<Row> facts, Map<String, String> reasons) {
    Optional<String> unknown = MissingSources.unknownResponses(day.settings());
    unknown.ifPresent(why -> reasons.put(PreferenceColumns.TABLE.name(), why));
    return unknown.isPresent()
        ? day.lake().none(PreferenceColumns.TABLE)
        : ContactPreferences.of(facts, day.asOf());
  }

  private static Dataset<Row> media(
      JobContext day, Dataset<Row> facts, Map<String, String> reasons) {
    Optional<String> unknown = MissingSources.unknownResponses(day.settings());
    unknown.ifPresent(why -> reasons.put(key(MediaColumns.RESPONDED), why));
    MissingSources.reason(day.settings(), Sources.MESSAGES, SharedColumns.COST_AMOUNT)
        .ifPresent(why -> reasons.put(key(MediaColumns.COST_PER_ORDER), why));
    return new MediaTotals(day.asOf(), unknown.isEmpty()).of(facts);
  }

  private static String key(Field column) {
    return MediaColumns.TABLE.name() + "." + column.name();
  }

  private static Map<Field, String> unknown(Settings settings) {
    Map<Field, String> unknown = new LinkedHashMap<>();
    MissingSources.responses(settings, MessageSource.OPENED_AT)
        .ifPresent(why -> unknown.put(RelevanceColumns.OPENED_SHARE, why));
    MissingSources.responses(settings, MessageSource.CLICKED_AT)
        .ifPresent(why -> unknown.put(RelevanceColumns.CLICKED_SHARE, why));
    MissingSources.reason(settings, Sources.MESSAGES, MessageSource.UNSUBSCRIBED_AT)
        .ifPresent(why -> unknown.put(RelevanceColumns.UNSUBSCRIBED_SHARE, why));
    MissingSources.reason(settings, Sources.MESSAGES, MessageSource.COMPLAINED_AT)
        .ifPresent(why -> unknown.put(RelevanceColumns.COMPLAINED_SHARE, why));
    return unknown;
  }
}
