package dev.dangol.contacts;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.weekday;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.MoneyArithmetic;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Signals of all customers, from the clean rows known by a day. Each source is read once.
 *
 * @param clean the rows of each configured source
 */
record ContactSignals(Map<Source, Dataset<Row>> clean, AsOf asOf) {
  private static final String HELP = "help";
  private static final String OPEN = "open";
  private static final String CLICK = "click";
  private static final Object[] LOOKS = {"view", "search", "compare", "cart", "checkout"};

  /** The signals; empty where there are neither messages, nor cases, nor looks for help. */
  Optional<Dataset<Row>> rows() {
    boolean mails = clean.containsKey(Sources.MESSAGES);
    boolean serves = clean.containsKey(Sources.SUPPORT);
    if (!mails && !serves) {
      return Optional.empty();
    }
    Dataset<Row> signals = purchases();
    if (mails) {
      signals = signals.unionByName(messages());
    }
    if (serves) {
      signals = signals.unionByName(cases());
    }
    return Optional.of(
        clean.containsKey(Sources.ENGAGEMENT) ? signals.unionByName(events()) : signals);
  }

  private Dataset<Row> purchases() {
    Column refunds =
        PurchaseSource.REFUND_OF.col().isNotNull().or(PurchaseSource.NET_AMOUNT.col().lt(0));
    return select(
        clean
            .get(Sources.PURCHASES)
            .where(asOf.isKnown(PurchaseSource.PURCHASED_AT).and(refunds.equalTo(false))),
        Map.of(
            SignalColumns.AT,
            unix_micros(PurchaseSource.PURCHASED_AT.col()),
            SignalColumns.KIND,
            lit(SignalKind.PURCHASE.place),
            SharedColumns.CATEGORY,
            text(SharedColumns.CATEGORY)));
  }

  private Dataset<Row> messages() {
    Map<Field, Column> cells = new LinkedHashMap<>();
    cells.put(SignalColumns.AT, unix_micros(MessageSource.SENT_AT.col()));
    cells.put(SignalColumns.KIND, lit(SignalKind.SEND.place));
    cells.put(SharedColumns.CHANNEL, channel());
    cells.put(SharedColumns.CAMPAIGN_ID, SharedColumns.CAMPAIGN_ID.col());
    cells.put(MessageSource.PROMOTION_TYPE, text(MessageSource.PROMOTION_TYPE));
    cells.put(MessageSource.CREATIVE, text(MessageSource.CREATIVE));
    cells.put(SharedColumns.CATEGORY, text(SharedColumns.CATEGORY));
    cells.put(SignalColumns.FIRST, time(MessageSource.OPENED_AT));
    cells.put(SignalColumns.CLICKED, time(MessageSource.CLICKED_AT));
    cells.put(SignalColumns.REPLIED, time(MessageSource.REPLIED_AT));
    cells.put(SignalColumns.HOUR, hour(MessageSource.SENT_AT.col()));
    cells.put(SignalColumns.WEEKDAY, weekday(MessageSource.SENT_AT.col()));
    cells.put(SignalColumns.LEFT, time(MessageSource.UNSUBSCRIBED_AT).isNotNull());
    cells.put(SignalColumns.COMPLAINED, time(MessageSource.COMPLAINED_AT).isNotNull());
    cells.put(SignalColumns.COST, MoneyArithmetic.units(SharedColumns.COST_AMOUNT.col()));
    return select(
        clean.get(Sources.MESSAGES).where(asOf.hasHappened(MessageSource.SENT_AT)), cells);
  }

  private Dataset<Row> cases() {
    return select(
        clean.get(Sources.SUPPORT).where(asOf.hasHappened(SupportSource.OPENED_AT)),
        Map.of(
            SignalColumns.AT,
            unix_micros(SupportSource.OPENED_AT.col()),
            SignalColumns.KIND,
            lit(SignalKind.CASE.place),
            SignalColumns.ID,
            coalesce(SupportSource.CASE_ID.col(), SharedColumns.SOURCE_ROW.col()),
            SharedColumns.CHANNEL,
            channel(),
            SharedColumns.CATEGORY,
            text(SupportSource.THEME),
            SignalColumns.FIRST,
            time(SupportSource.FIRST_REPLY_AT)));
  }

  /** Looks for help and, where there are messages, responses and looks at a category. */
  private Dataset<Row> events() {
    Column event = EngagementSource.EVENT.col();
    Column responds = SharedColumns.CAMPAIGN_ID.col().isNotNull();
    Column kind = when(event.equalTo(HELP), lit(SignalKind.HELP.place));
    if (clean.containsKey(Sources.MESSAGES)) {
      kind =
          kind.when(event.equalTo(OPEN).and(responds), lit(SignalKind.OPEN.place))
              .when(event.equalTo(CLICK).and(responds), lit(SignalKind.CLICK.place))
              .when(
                  event.isin(LOOKS).and(text(SharedColumns.CATEGORY).isNotNull()),
                  lit(SignalKind.LOOK.place));
    }
    Dataset<Row> known =
        clean
            .get(Sources.ENGAGEMENT)
            .where(EngagementSource.KNOWN_CUSTOMER_ID.col().isNotNull())
            .where(asOf.isKnown(EngagementSource.OCCURRED_AT));
    return select(
            known,
            Map.of(
                SignalColumns.AT,
                unix_micros(EngagementSource.OCCURRED_AT.col()),
                SignalColumns.KIND,
                kind,
                SharedColumns.CAMPAIGN_ID,
                SharedColumns.CAMPAIGN_ID.col(),
                SharedColumns.CATEGORY,
                text(SharedColumns.CATEGORY)))
        .where(SignalColumns.KIND.col().isNotNull());
  }

  private static Dataset<Row> select(Dataset<Row> rows, Map<Field, Column> cells) {
    Map<Field, Column> all = new LinkedHashMap<>();
    SignalColumns.ALL.forEach(field -> all.put(field, cells.getOrDefault(field, lit(null))));
    all.put(SharedColumns.CUSTOMER_ID, SharedColumns.CUSTOMER_ID.col());
    all.put(SignalColumns.ID, cells.getOrDefault(SignalColumns.ID, SharedColumns.SOURCE_ROW.col()));
    return rows.select(
        all.entrySet().stream()
            .map(cell -> cell.getKey().is(cell.getValue()))
            .toArray(Column[]::new));
  }

  /** Microseconds; null for what had not happened by the day. */
  private Column time(Field time) {
    return when(asOf.hasHappened(time), unix_micros(time.col()));
  }

  private static Column text(Field field) {
    return nullif(trim(field.col()), lit(""));
  }

  private static Column channel() {
    return nullif(lower(trim(SharedColumns.CHANNEL.col())), lit(""));
  }
}
