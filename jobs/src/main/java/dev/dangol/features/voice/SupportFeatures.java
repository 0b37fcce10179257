package dev.dangol.features.voice;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_micros;

import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.measure.ContactColumns;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.table.AsOf;
import dev.dangol.table.LineColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.TalkColumns;
import dev.dangol.table.sources.MoneyArithmetic;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Features of a customer's support cases: replies in time, resolution, faults, effort. */
public final class SupportFeatures {
  /** The bit of a case in which the business was at fault. */
  public static final long FAULT = SupportFold.FAULT;

  /** Sums of whole parts are the same in any order; sums of doubles are not. */
  private static final DataType EXACT = DataTypes.createDecimalType(18, 6);

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private SupportFeatures() {}

  /** The family that is folded over cases. */
  public static FoldedFamily folded(List<Integer> windows) {
    return new SupportFold(windows);
  }

  /** The measures of each customer with a case. */
  public static FeatureFamily family(List<Integer> windows) {
    List<FeatureMeasure> measures = new ArrayList<>();
    measures.add(FeatureMeasure.foldedCount(TalkColumns.CASES_LIFETIME));
    measures.add(
        FeatureMeasure.folded(TalkColumns.REPLIES_IN_TIME_SHARE, SupportSource.FIRST_REPLY_AT));
    measures.add(FeatureMeasure.folded(TalkColumns.RESOLVED_SHARE, SupportSource.RESOLVED_AT));
    measures.add(
        FeatureMeasure.foldedCount(TalkColumns.REOPENED_LIFETIME, SupportSource.REOPENED_AT));
    measures.add(FeatureMeasure.folded(TalkColumns.FAULT_SHARE, SupportSource.FAULT));
    measures.add(
        FeatureMeasure.foldedCount(
            TalkColumns.HANDLING_MINUTES_LIFETIME, SupportSource.HANDLING_MINUTES));
    measures.add(
        FeatureMeasure.foldedCount(TalkColumns.SUPPORT_COST_LIFETIME, SharedColumns.COST_AMOUNT));
    measures.add(FeatureMeasure.folded(ContactColumns.OPENED_ON));
    measures.add(FeatureMeasure.folded(ContactColumns.SOLVED_ON, SupportSource.RESOLVED_AT));
    windows.forEach(window -> measures.add(FeatureMeasure.foldedCount(TalkColumns.cases(window))));
    return new FeatureFamily(Sources.SUPPORT, measures);
  }

  /**
   * The cases by the day, as their cursor reads them.
   *
   * @param earlier a day before it that cases tell of too
   */
  static Dataset<Row> rows(Dataset<Row> support, FeatureContext measuring, Optional<AsOf> earlier) {
    AsOf asOf = measuring.asOf();
    Column due = due(measuring.settings().features().satisfaction().spans().replyHours());
    boolean replies = measuring.mapped().has(Sources.SUPPORT, SupportSource.FIRST_REPLY_AT);
    Column recorded = replies ? due : lit(null).cast(DataTypes.TimestampType);
    Map<Long, Column> bits = new LinkedHashMap<>(bits(asOf, due));
    add(bits, FoldedDay.DESCRIBED, asOf, recorded);
    earlier.ifPresent(cut -> add(bits, FoldedDay.EARLIER, cut, recorded));
    return new TalkRows(asOf, SupportSource.OPENED_AT)
        .of(
            support,
            bits,
            Map.of(
                LineColumns.AMOUNT_UNITS,
                MoneyArithmetic.units(SharedColumns.COST_AMOUNT.col()),
                LineColumns.PARTS,
                SupportSource.HANDLING_MINUTES.col().cast(EXACT).multiply(lit(MILLION)),
                LineColumns.DUE_ON,
                to_date(due),
                LineColumns.REOPENED_ON,
                to_date(SupportSource.REOPENED_AT.col())));
  }

  /** The bits that features are made of. */
  private static Map<Long, Column> bits(AsOf asOf, Column due) {
    Column replied = coalesce(asOf.hasHappened(SupportSource.FIRST_REPLY_AT), lit(false));
    return Map.of(
        SupportFold.MET, replied.and(SupportSource.FIRST_REPLY_AT.col().leq(due)),
        SupportFold.DUE, replied.or(due.lt(lit(asOf.end()))),
        SupportFold.RESOLVED, isResolved(asOf),
        SupportFold.FAULT, SupportSource.FAULT.col(),
        SupportFold.JUDGED, SupportSource.FAULT.col().isNotNull());
  }

  /**
   * The bits of a day. A reply that comes later than the hours allow, or has not come when they are
   * over, is missed.
   *
   * @param due the last moment for a reply; null where replies are not recorded
   */
  private static void add(Map<Long, Column> bits, FoldedDay day, AsOf asOf, Column due) {
    Column replied = SupportSource.FIRST_REPLY_AT.col();
    bits.put((long) day.known(), asOf.hasHappened(SupportSource.OPENED_AT));
    bits.put(
        (long) day.missed(), due.lt(lit(asOf.end())).and(replied.isNull().or(replied.gt(due))));
    bits.put((long) day.reopened(), asOf.hasHappened(SupportSource.REOPENED_AT));
  }

  /**
   * The last moment for a first reply. Hours are added as they pass: an interval of 24 of them
   * would be a day to Spark, of 23 or 25 where the clock changes.
   */
  private static Column due(int replyHours) {
    long micros = Duration.ofHours(replyHours).toNanos() / 1000;
    return timestamp_micros(unix_micros(SupportSource.OPENED_AT.col()).plus(micros));
  }

  private static Column isResolved(AsOf asOf) {
    Column again =
        asOf.hasHappened(SupportSource.REOPENED_AT)
            .and(SupportSource.REOPENED_AT.col().gt(SupportSource.RESOLVED_AT.col()));
    return asOf.hasHappened(SupportSource.RESOLVED_AT)
        .and(coalesce(again, lit(false)).equalTo(false));
  }
}
