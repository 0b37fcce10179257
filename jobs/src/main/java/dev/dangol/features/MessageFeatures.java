package dev.dangol.features;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;

import dev.dangol.table.AsOf;
import dev.dangol.table.Columns;
import dev.dangol.table.Field;
import dev.dangol.table.Messages;
import dev.dangol.table.Sources;
import dev.dangol.table.TalkColumns;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/** What a customer makes of the messages that the business sends him. */
final class MessageFeatures {
  private MessageFeatures() {}

  /** What is measured for each customer with a message. */
  static Family family(List<Integer> windows) {
    List<Measure> measures = new ArrayList<>();
    measures.add(Measure.counted(TalkColumns.MESSAGES_LIFETIME, day -> count(lit(1))));
    measures.add(share(TalkColumns.MESSAGE_OPEN_SHARE, Messages.OPENED_AT));
    measures.add(share(TalkColumns.MESSAGE_CLICK_SHARE, Messages.CLICKED_AT));
    measures.add(share(TalkColumns.MESSAGE_REPLY_SHARE, Messages.REPLIED_AT));
    measures.add(made(TalkColumns.MESSAGE_UNSUBSCRIBES_LIFETIME, Messages.UNSUBSCRIBED_AT));
    measures.add(made(TalkColumns.MESSAGE_COMPLAINTS_LIFETIME, Messages.COMPLAINED_AT));
    measures.add(
        Measure.counted(
            TalkColumns.MESSAGE_COST_LIFETIME,
            day -> sum(Columns.COST_AMOUNT.col()),
            Columns.COST_AMOUNT));
    Column sent = to_date(Messages.SENT_AT.col());
    for (int window : windows) {
      measures.add(
          Measure.counted(TalkColumns.messages(window), day -> count_if(day.within(sent, window))));
    }
    return new Family(Sources.MESSAGES, measures);
  }

  private static Measure share(Field field, Field time) {
    return Measure.of(field, day -> times(day, time).cast("double").divide(count(lit(1))), time);
  }

  private static Measure made(Field field, Field time) {
    return Measure.counted(field, day -> times(day, time), time);
  }

  private static Column times(AsOf day, Field time) {
    return count_if(day.happened(time));
  }
}
