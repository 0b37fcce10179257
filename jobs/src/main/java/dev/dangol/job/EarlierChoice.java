package dev.dangol.job;

import dev.dangol.cohorts.Card;
import dev.dangol.cohorts.CardFit;
import dev.dangol.cohorts.CustomerFit;
import dev.dangol.cohorts.Described;
import dev.dangol.cohorts.Membership;
import dev.dangol.cohorts.Rivals;
import dev.dangol.segments.Segmentation;
import dev.dangol.store.Scratch;
import dev.dangol.table.SegmentColumns;
import dev.dangol.value.BaseFit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The customers of an earlier day as every job would have chosen them on that day, by what was
 * known then; nothing is published.
 */
final class EarlierChoice {
  private static final Pattern SEGMENTED =
      Pattern.compile("segment_|\\bdistance\\b|\\boutlier\\b", Pattern.CASE_INSENSITIVE);

  private final Workday cut;
  private final Scratch scratch;

  /** Chooses as of the day, with the settings of today. */
  EarlierChoice(Workday cut, Scratch scratch) {
    this.cut = cut;
    this.scratch = scratch;
  }

  /** One row per customer of the day, as {@link Rivals#known} gives it; starts Spark jobs. */
  Dataset<Row> known() {
    MeasuredDay measured = new MeasuredDay(cut, scratch, Optional.empty());
    Dataset<Row> features = scratch.apply(measured.compared().features());
    Optional<String> predicate = Optional.ofNullable(cut.settings().cohorts().get(Rivals.IDEAL));
    Dataset<Row> customers =
        Described.of(
            features,
            List.of(
                scratch.apply(value(features, measured)),
                segments(features, predicate.orElse(""))));
    Card card = CardFit.of(customers, cut.settings().scorecard());
    Dataset<Row> fit = scratch.apply(CustomerFit.of(customers, card));
    Dataset<Row> described = Described.of(customers, List.of(fit));
    Dataset<Row> members =
        Membership.of(described, Map.of(Rivals.IDEAL, predicate.orElse("false")));
    return scratch.apply(Rivals.known(described, members));
  }

  /** Finding segments is dear, and most ideal customers do not depend on it. */
  private Dataset<Row> segments(Dataset<Row> features, String predicate) {
    return SEGMENTED.matcher(predicate).find()
        ? scratch.apply(
            Segmentation.of(features, cut.settings().segments(), cut.date()).customers())
        : cut.lake().none(SegmentColumns.CUSTOMER_SEGMENTS);
  }

  private Dataset<Row> value(Dataset<Row> features, MeasuredDay measured) {
    Dataset<Row> customers = scratch.apply(BaseFit.customers(features));
    Dataset<Row> days = scratch.apply(ValueJob.seen(measured.shared().days()));
    ValueJob.Told told = ValueJob.told(cut, customers, days, scratch);
    return ValueJob.customers(cut, customers, told);
  }
}
