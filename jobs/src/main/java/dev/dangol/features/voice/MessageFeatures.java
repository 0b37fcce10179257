package dev.dangol.features.voice;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;

import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.TalkColumns;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/** Features of the messages sent to a customer: opens, clicks, replies, complaints, cost. */
public final class MessageFeatures {
  private MessageFeatures() {}

  /** The measures of each customer with a message. */
  public static FeatureFamily family(List<Integer> windows) {
    List<FeatureMeasure> measures = new ArrayList<>();
    measures.add(FeatureMeasure.countOf(TalkColumns.MESSAGES_LIFETIME, day -> count(lit(1))));
    measures.add(share(TalkColumns.MESSAGE_OPEN_SHARE, MessageSource.OPENED_AT));
    measures.add(share(TalkColumns.MESSAGE_CLICK_SHARE, MessageSource.CLICKED_AT));
    measures.add(share(TalkColumns.MESSAGE_REPLY_SHARE, MessageSource.REPLIED_AT));
    measures.add(
        countWithin(TalkColumns.MESSAGE_UNSUBSCRIBES_LIFETIME, MessageSource.UNSUBSCRIBED_AT));
    measures.add(countWithin(TalkColumns.MESSAGE_COMPLAINTS_LIFETIME, MessageSource.COMPLAINED_AT));
    measures.add(
        FeatureMeasure.countOf(
            TalkColumns.MESSAGE_COST_LIFETIME,
            day -> sum(SharedColumns.COST_AMOUNT.col()),
            SharedColumns.COST_AMOUNT));
    Column sent = to_date(MessageSource.SENT_AT.col());
    for (int window : windows) {
      measures.add(
          FeatureMeasure.countOf(
              TalkColumns.messages(window), day -> count_if(day.within(sent, window))));
    }
    return new FeatureFamily(Sources.MESSAGES, measures);
  }

  private static FeatureMeasure share(Field field, Field time) {
    return FeatureMeasure.of(
        field, day -> times(day, time).cast("double").divide(count(lit(1))), time);
  }

  private static FeatureMeasure countWithin(Field field, Field time) {
    return FeatureMeasure.countOf(field, day -> times(day, time), time);
  }

  private static Column times(AsOf asOf, Field time) {
    return count_if(asOf.hasHappened(time));
  }
}
