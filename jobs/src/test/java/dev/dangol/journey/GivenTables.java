package dev.dangol.journey;

import dev.dangol.journey.GivenPerson.GivenCase;
import dev.dangol.journey.GivenPerson.GivenEvent;
import dev.dangol.journey.GivenPerson.GivenLine;
import dev.dangol.journey.GivenPerson.GivenMessage;
import dev.dangol.table.Field;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.CostSource;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Clean tables of made-up people, in an order drawn by chance. */
final class GivenTables {
  private final Map<Source, List<Row>> rows = new LinkedHashMap<>();

  GivenTables(List<GivenPerson> people) {
    people.forEach(this::add);
  }

  /** With a row of costs. */
  GivenTables spending(Instant at, long units, String channel, String stage) {
    put(
        Sources.COSTS,
        "cost" + rows.getOrDefault(Sources.COSTS, List.of()).size(),
        Map.of(
            CostSource.SPENT_AT, at,
            CostSource.AMOUNT, amount(units),
            SharedColumns.CHANNEL, java.util.Optional.ofNullable(channel),
            CostSource.STAGE, java.util.Optional.ofNullable(stage)));
    return this;
  }

  Map<Source, Dataset<Row>> shuffled(SparkSession spark, Random chance) {
    Map<Source, Dataset<Row>> tables = new LinkedHashMap<>();
    rows.forEach(
        (source, own) -> {
          List<Row> shuffled = new ArrayList<>(own);
          Collections.shuffle(shuffled, chance);
          tables.put(source, spark.createDataFrame(shuffled, source.clean().schema()));
        });
    return tables;
  }

  private void add(GivenPerson person) {
    for (GivenLine line : person.lines()) {
      Map<Field, Object> cells = new HashMap<>();
      cells.put(SharedColumns.CUSTOMER_ID, person.id());
      cells.put(PurchaseSource.PURCHASED_AT, instant(line.at()));
      cells.put(PurchaseSource.NET_AMOUNT, amount(line.net()));
      cells.put(SharedColumns.ORDER_ID, line.order());
      cells.put(PurchaseSource.LINE_ID, line.line());
      cells.put(SharedColumns.CATEGORY, line.category());
      cells.put(PurchaseSource.REFUND_OF, line.refundOf());
      put(Sources.PURCHASES, line.key(), cells);
    }
    for (GivenEvent event : person.events()) {
      Map<Field, Object> cells = new HashMap<>();
      cells.put(
          person.known() ? EngagementSource.KNOWN_CUSTOMER_ID : EngagementSource.VISITOR_ID,
          person.id());
      cells.put(EngagementSource.OCCURRED_AT, instant(event.at()));
      cells.put(EngagementSource.EVENT, event.event());
      cells.put(
          SharedColumns.CHANNEL,
          event.channel() == null ? " " : " " + event.channel().toUpperCase(java.util.Locale.ROOT));
      cells.put(SharedColumns.CAMPAIGN_ID, event.campaign());
      cells.put(SharedColumns.COST_AMOUNT, amount(event.cost()));
      put(Sources.ENGAGEMENT, event.key(), cells);
    }
    for (GivenMessage message : person.messages()) {
      Map<Field, Object> cells = new HashMap<>();
      cells.put(SharedColumns.CUSTOMER_ID, person.id());
      cells.put(MessageSource.SENT_AT, instant(message.sent()));
      cells.put(MessageSource.OPENED_AT, instant(message.opened()));
      cells.put(MessageSource.CLICKED_AT, instant(message.clicked()));
      cells.put(MessageSource.REPLIED_AT, instant(message.replied()));
      cells.put(SharedColumns.CHANNEL, message.channel());
      cells.put(SharedColumns.CAMPAIGN_ID, message.campaign());
      cells.put(SharedColumns.COST_AMOUNT, amount(message.cost()));
      put(Sources.MESSAGES, message.key(), cells);
    }
    for (GivenCase one : person.cases()) {
      Map<Field, Object> cells = new HashMap<>();
      cells.put(SharedColumns.CUSTOMER_ID, person.id());
      cells.put(SupportSource.OPENED_AT, instant(one.opened()));
      cells.put(SupportSource.FIRST_REPLY_AT, instant(one.replied()));
      cells.put(SupportSource.RESOLVED_AT, instant(one.resolved()));
      cells.put(SharedColumns.COST_AMOUNT, amount(one.cost()));
      put(Sources.SUPPORT, one.key(), cells);
    }
  }

  private void put(Source source, String key, Map<Field, Object> cells) {
    RowWriter row = RowWriter.of(source.clean());
    for (Field field : source.clean().fields()) {
      Object cell = field.equals(SharedColumns.SOURCE_ROW) ? key : cells.get(field);
      row.set(field, cell);
    }
    rows.computeIfAbsent(source, any -> new ArrayList<>()).add(row.row());
  }

  private static Instant instant(Long micros) {
    return micros == null ? null : JourneyTimes.instant(micros);
  }

  private static BigDecimal amount(long units) {
    return BigDecimal.valueOf(units, 4);
  }
}
