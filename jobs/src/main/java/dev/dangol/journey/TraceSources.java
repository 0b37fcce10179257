package dev.dangol.journey;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.MoneyArithmetic;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReferralSource;
import dev.dangol.table.sources.SupportSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of traces from the clean sources, each read once.
 *
 * @param marks the stages, goals and drivers that rows are of
 * @param asOf the day
 * @param spreads true where costs are spread over the touches of a month
 */
record TraceSources(TraceMarks marks, AsOf asOf, boolean spreads) {
  private static final long HOUR = 3_600_000_000L;
  private static final String UNNAMED = "unnamed";

  Dataset<Row> purchases(Dataset<Row> clean) {
    return clean
        .where(asOf.isKnown(PurchaseSource.PURCHASED_AT))
        .select(
            new TraceShape(TraceKind.LINE, PurchaseSource.PURCHASED_AT)
                .with(JourneyColumns.CUSTOMER_ID, SharedColumns.CUSTOMER_ID.col())
                .with(TraceColumns.NAME, PurchaseSource.order())
                .with(TraceColumns.LABEL, PurchaseSource.LINE_ID.col())
                .with(SharedColumns.CATEGORY, SharedColumns.CATEGORY.col())
                .with(TraceColumns.AMOUNT, MoneyArithmetic.units(PurchaseSource.NET_AMOUNT.col()))
                .with(TraceColumns.BITS, marks.goalsOfLines())
                .with(TraceColumns.REFUND, not(PurchaseSource.isPurchase()))
                .with(
                    TraceColumns.UNTIL, unix_micros(PurchaseSource.refundedDay().cast("timestamp")))
                .columns());
  }

  Dataset<Row> engagement(Dataset<Row> clean) {
    Column event = EngagementSource.EVENT.col();
    Column customer = EngagementSource.KNOWN_CUSTOMER_ID.col();
    return clean
        .where(asOf.isKnown(EngagementSource.OCCURRED_AT))
        .where(marks.isOfUse(event).or(SharedColumns.COST_AMOUNT.col().notEqual(0)))
        .select(
            new TraceShape(TraceKind.EVENT, EngagementSource.OCCURRED_AT)
                .with(JourneyColumns.CUSTOMER_ID, customer)
                .with(
                    JourneyColumns.VISITOR_ID,
                    when(customer.isNull(), EngagementSource.VISITOR_ID.col()))
                .with(TraceColumns.STAGE, marks.stageOf(event))
                .with(TraceColumns.NAME, event)
                .with(TraceColumns.LABEL, coalesce(SharedColumns.CATEGORY.col(), lit(UNNAMED)))
                .with(SharedColumns.CHANNEL, TraceShape.channel())
                .with(SharedColumns.CAMPAIGN_ID, SharedColumns.CAMPAIGN_ID.col())
                .with(TraceColumns.MONTH, monthOf(EngagementSource.OCCURRED_AT))
                .with(TraceColumns.AMOUNT, TraceShape.cost())
                .with(TraceColumns.BITS, marks.goalsOfEvents(event))
                .with(TraceColumns.DRIVERS, marks.driversOf(event))
                .columns());
  }

  /** Messages, and the responses that a stage names. */
  Dataset<Row> messages(Dataset<Row> clean) {
    List<Column> rows = new ArrayList<>();
    rows.add(
        message(TraceKind.SENT, MessageSource.SENT_AT)
            .with(TraceColumns.AMOUNT, TraceShape.cost())
            .where(lit(true)));
    response(rows, TraceKind.OPEN, MessageSource.OPENED_AT);
    response(rows, TraceKind.CLICK, MessageSource.CLICKED_AT);
    response(rows, TraceKind.REPLY, MessageSource.REPLIED_AT);
    return TraceShape.rows(clean.where(asOf.hasHappened(MessageSource.SENT_AT)), rows);
  }

  private void response(List<Column> rows, TraceKind kind, Field time) {
    String event = kind.name().toLowerCase(java.util.Locale.ROOT);
    int stage = marks.stageOf(event);
    if (stage != TraceItem.NO_STAGE) {
      rows.add(
          message(kind, time)
              .with(TraceColumns.STAGE, lit(stage))
              .with(TraceColumns.MONTH, monthOf(time))
              .with(TraceColumns.DRIVERS, lit(marks.driversOf(event)))
              .where(asOf.hasHappened(time)));
    }
  }

  private static TraceShape message(TraceKind kind, Field time) {
    return new TraceShape(kind, time)
        .with(JourneyColumns.CUSTOMER_ID, SharedColumns.CUSTOMER_ID.col())
        .with(SharedColumns.CHANNEL, TraceShape.channel())
        .with(SharedColumns.CAMPAIGN_ID, SharedColumns.CAMPAIGN_ID.col());
  }

  /** Cases, and the answers within the hour. */
  Dataset<Row> support(Dataset<Row> clean) {
    Column opened = unix_micros(SupportSource.OPENED_AT.col());
    Column resolved =
        when(
            asOf.hasHappened(SupportSource.RESOLVED_AT),
            unix_micros(SupportSource.RESOLVED_AT.col()));
    Column waited = unix_micros(SupportSource.FIRST_REPLY_AT.col()).minus(opened);
    Column opening =
        ofCustomer(TraceKind.CASE, SupportSource.OPENED_AT)
            .with(SharedColumns.CHANNEL, TraceShape.channel())
            .with(TraceColumns.AMOUNT, TraceShape.cost())
            .with(TraceColumns.UNTIL, resolved)
            .where(lit(true));
    Column answer =
        ofCustomer(TraceKind.ANSWERED, SupportSource.FIRST_REPLY_AT)
            .with(TraceColumns.DRIVERS, lit(marks.bitOf(JourneyRules.QUICK_REPLY)))
            .where(asOf.hasHappened(SupportSource.FIRST_REPLY_AT).and(waited.leq(HOUR)));
    return TraceShape.rows(
        clean.where(asOf.hasHappened(SupportSource.OPENED_AT)), List.of(opening, answer));
  }

  private static TraceShape ofCustomer(TraceKind kind, Field time) {
    return new TraceShape(kind, time)
        .with(JourneyColumns.CUSTOMER_ID, SharedColumns.CUSTOMER_ID.col());
  }

  Dataset<Row> referrals(Dataset<Row> clean) {
    Column referrer = ReferralSource.REFERRER_ID.col();
    Column referred = ReferralSource.REFERRED_ID.col();
    Column day = date_trunc("day", ReferralSource.REFERRED_AT.col());
    return clean
        .where(asOf.hasHappened(ReferralSource.REFERRED_AT).and(referrer.notEqual(referred)))
        .select(
            new TraceShape(TraceKind.REFERRAL, ReferralSource.REFERRED_AT)
                .with(JourneyColumns.CUSTOMER_ID, referred)
                .with(TraceColumns.NAME, referrer)
                .with(TraceColumns.UNTIL, unix_micros(day))
                .columns());
  }

  private Column monthOf(Field time) {
    return spreads ? TraceShape.monthOf(time) : lit(0);
  }
}
