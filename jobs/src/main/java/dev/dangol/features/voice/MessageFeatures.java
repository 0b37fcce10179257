package dev.dangol.features.voice;

import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.table.AsOf;
import dev.dangol.table.LineColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.TalkColumns;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.MoneyArithmetic;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Features of the messages sent to a customer: opens, clicks, replies, complaints, cost. */
public final class MessageFeatures {
  private MessageFeatures() {}

  /** The family that is folded over messages. */
  public static FoldedFamily folded(List<Integer> windows) {
    return new MessageFold(windows);
  }

  /** The measures of each customer with a message. */
  public static FeatureFamily family(List<Integer> windows) {
    List<FeatureMeasure> measures = new ArrayList<>();
    measures.add(FeatureMeasure.foldedCount(TalkColumns.MESSAGES_LIFETIME));
    measures.add(FeatureMeasure.folded(TalkColumns.MESSAGE_OPEN_SHARE, MessageSource.OPENED_AT));
    measures.add(FeatureMeasure.folded(TalkColumns.MESSAGE_CLICK_SHARE, MessageSource.CLICKED_AT));
    measures.add(FeatureMeasure.folded(TalkColumns.MESSAGE_REPLY_SHARE, MessageSource.REPLIED_AT));
    measures.add(
        FeatureMeasure.foldedCount(
            TalkColumns.MESSAGE_UNSUBSCRIBES_LIFETIME, MessageSource.UNSUBSCRIBED_AT));
    measures.add(
        FeatureMeasure.foldedCount(
            TalkColumns.MESSAGE_COMPLAINTS_LIFETIME, MessageSource.COMPLAINED_AT));
    measures.add(
        FeatureMeasure.foldedCount(TalkColumns.MESSAGE_COST_LIFETIME, SharedColumns.COST_AMOUNT));
    windows.forEach(
        window -> measures.add(FeatureMeasure.foldedCount(TalkColumns.messages(window))));
    return new FeatureFamily(Sources.MESSAGES, measures);
  }

  /** The messages by the day, as their cursor reads them. */
  static Dataset<Row> rows(Dataset<Row> messages, FeatureContext measuring) {
    AsOf asOf = measuring.asOf();
    return new TalkRows(asOf, MessageSource.SENT_AT)
        .of(
            messages,
            Map.of(
                MessageFold.OPENED, asOf.hasHappened(MessageSource.OPENED_AT),
                MessageFold.CLICKED, asOf.hasHappened(MessageSource.CLICKED_AT),
                MessageFold.REPLIED, asOf.hasHappened(MessageSource.REPLIED_AT),
                MessageFold.UNSUBSCRIBED, asOf.hasHappened(MessageSource.UNSUBSCRIBED_AT),
                MessageFold.COMPLAINED, asOf.hasHappened(MessageSource.COMPLAINED_AT)),
            Map.of(
                LineColumns.AMOUNT_UNITS, MoneyArithmetic.units(SharedColumns.COST_AMOUNT.col())));
  }
}
