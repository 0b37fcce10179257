package dev.dangol.features.voice;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.measure.ContactColumns;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.LineColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.DecayColumns;
import dev.dangol.table.features.EventColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Engagement features: what a customer does besides buying, from product views to unsubscribes. */
public final class EngagementFeatures {
  private EngagementFeatures() {}

  /** The families that are folded over purchases and events. */
  public static List<FoldedFamily> folded(FeatureContext measuring) {
    List<Integer> windows = measuring.windows();
    int halfLife = measuring.settings().features().halfLifeDays();
    return List.of(new EventFold(windows), new ChannelFold(windows), new DecayFold(halfLife));
  }

  /** The measures of each known customer with an event; visitors have none. */
  public static FeatureFamily family(List<Integer> windows) {
    List<FeatureMeasure> measures = new ArrayList<>();
    new EventFold(windows)
        .counts()
        .forEach(
            field ->
                measures.add(
                    FeatureMeasure.foldedCount(field, EngagementSource.KNOWN_CUSTOMER_ID)));
    EventFold.others()
        .forEach(
            field ->
                measures.add(FeatureMeasure.folded(field, EngagementSource.KNOWN_CUSTOMER_ID)));
    measures.add(
        FeatureMeasure.foldedCount(DecayColumns.EVENTS, EngagementSource.KNOWN_CUSTOMER_ID));
    for (Field days : List.of(ContactColumns.REPLIED_ON, ContactColumns.HELPED_ON)) {
      measures.add(FeatureMeasure.folded(days, EngagementSource.KNOWN_CUSTOMER_ID));
    }
    return new FeatureFamily(Sources.ENGAGEMENT, measures);
  }

  /** The measures of each known customer with an event in a known channel. */
  public static FeatureFamily channels(List<Integer> windows) {
    return new FeatureFamily(
        Sources.ENGAGEMENT,
        new ChannelFold(windows)
            .fields().stream()
                .map(
                    field ->
                        FeatureMeasure.folded(
                            field, EngagementSource.KNOWN_CUSTOMER_ID, SharedColumns.CHANNEL))
                .toList());
  }

  /**
   * The events of known customers by the day, as their cursor reads them.
   *
   * @param matches a bit for each configured feature that an event matters for
   */
  public static Dataset<Row> events(Dataset<Row> engagement, AsOf asOf, Column matches) {
    return engagement
        .where(asOf.isKnown(EngagementSource.OCCURRED_AT))
        .where(EngagementSource.KNOWN_CUSTOMER_ID.col().isNotNull())
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            DayColumns.HAPPENED_ON.is(to_date(EngagementSource.OCCURRED_AT.col())),
            DayColumns.EVENT_KIND.is(kind()),
            SharedColumns.CHANNEL.is(SharedColumns.channelName()),
            LineColumns.MATCHES.is(matches));
  }

  /** No event is of two kinds. */
  private static Column kind() {
    Column kind = lit(null);
    int number = 0;
    for (List<String> names : EventColumns.KINDS.values()) {
      kind =
          when(EngagementSource.EVENT.col().isin(names.toArray()), lit(number++)).otherwise(kind);
    }
    return kind;
  }
}
