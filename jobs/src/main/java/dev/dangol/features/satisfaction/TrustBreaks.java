package dev.dangol.features.satisfaction;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.features.purchases.RhythmFeatures;
import dev.dangol.ranks.PercentileRanks;
import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.MainCategoryColumns;
import dev.dangol.table.features.RhythmColumns;
import dev.dangol.table.features.StrikeColumns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Broken trust: bad experiences beside the rhythm of buying. It counts those of each customer,
 * finds the one before they broke off, and marks customers who broke off, or who turn away from the
 * category that they bought most, without a word.
 */
public final class TrustBreaks {
  /** So many of a customer's own median gaps without a purchase are a break. */
  private static final int GAPS = 2;

  /** Measures that must be counted over all customers before broken trust can be found. */
  public static final List<Field> COUNTED = List.of(ExperienceColumns.STRIKES_FOUND);

  private TrustBreaks() {}

  /**
   * The customers with their bad experiences.
   *
   * @param customers one row each, with their rhythm and their experience
   * @param standing their percentile ranks over {@link #COUNTED}
   * @param trustDays days before the latest purchase from which a strike may have broken trust
   */
  public static Dataset<Row> withTrustBreaks(
      Dataset<Row> customers, PercentileRanks standing, int trustDays) {
    Column strikes = ExperienceColumns.STRIKES.col();
    Column days = transform(strikes, strike -> on(strike));
    Column kinds = transform(strikes, TrustBreaks::kind);
    Column any = size(strikes).gt(0);
    Column seen = lit(!standing.neverSeen(ExperienceColumns.STRIKES_FOUND));
    Map<String, Column> found = new LinkedHashMap<>();
    found.put(
        StrikeColumns.STRIKES_LIFETIME.name(),
        StrikeColumns.STRIKES_LIFETIME.is(
            when(StrikeSurvival.strikesRecorded(seen), size(strikes))));
    found.put(StrikeColumns.FIRST_STRIKE_ON.name(), array_min(days));
    found.put(StrikeColumns.LAST_STRIKE_ON.name(), array_max(days));
    found.put(
        StrikeColumns.STRIKE_KINDS.name(),
        StrikeColumns.STRIKE_KINDS.is(when(any, array_sort(array_distinct(kinds)))));
    Column until = until();
    found.put(
        StrikeColumns.TRUST_BREAK_ON.name(),
        when(brokeOff(), array_max(breaking(days, until, trustDays))));
    found.put(StrikeColumns.SILENT_LEAVER.name(), silent(strikes));
    return withBreaks(customers.withColumns(found), trustDays);
  }

  /** The customers with the kind of the strike that broke trust, and how many there were. */
  private static Dataset<Row> withBreaks(Dataset<Row> customers, int trustDays) {
    Column strikes = ExperienceColumns.STRIKES.col();
    Column broke = StrikeColumns.TRUST_BREAK_ON.col();
    Column thatDay = filter(strikes, strike -> on(strike).equalTo(broke));
    Column before = filter(strikes, strike -> isBreaking(on(strike), until(), trustDays));
    Map<String, Column> found = new LinkedHashMap<>();
    found.put(
        StrikeColumns.TRUST_BREAK_KIND.name(),
        StrikeColumns.TRUST_BREAK_KIND.is(
            when(broke.isNotNull(), array_min(transform(thatDay, TrustBreaks::kind)))));
    found.put(
        StrikeColumns.TRUST_BREAK_STRENGTH.name(),
        StrikeColumns.TRUST_BREAK_STRENGTH.is(when(broke.isNotNull(), size(before))));
    return customers.withColumns(found);
  }

  private static Column brokeOff() {
    Column overdue = RhythmColumns.OVERDUE_RATIO.col().gt(GAPS);
    Column once = FeatureColumns.FREQUENCY.col().equalTo(0);
    Column over = RhythmColumns.SECOND_ORDER_WITHIN_CYCLE.col().equalTo(false);
    return coalesce(when(once, over).otherwise(overdue), lit(false));
  }

  /** Days from the latest purchase to the break. */
  private static Column until() {
    Column once = FeatureColumns.FREQUENCY.col().equalTo(0);
    return when(once, RhythmFeatures.CYCLE.col())
        .otherwise(RhythmColumns.MEDIAN_GAP_DAYS.col().multiply(GAPS));
  }

  private static Column breaking(Column days, Column until, int trustDays) {
    return filter(days, day -> isBreaking(day, until, trustDays));
  }

  private static Column isBreaking(Column day, Column until, int trustDays) {
    Column last = FeatureColumns.LAST_ORDER_ON.col();
    return day.geq(date_sub(last, trustDays)).and(datediff(day, last).leq(until));
  }

  private static Column silent(Column strikes) {
    Column spoke = exists(strikes, strike -> kind(strike).isin(StrikeColumns.COMPLAINTS.toArray()));
    Column leaving =
        brokeOff().or(coalesce(MainCategoryColumns.MAIN_CATEGORY_FALLS.col(), lit(false)));
    return when(ExperienceColumns.COMPLAINTS_TOLD.col(), leaving.and(spoke.equalTo(false)));
  }

  private static Column on(Column strike) {
    return strike.getField(ExperienceColumns.STRIKE_ON.name());
  }

  private static Column kind(Column strike) {
    return strike.getField(ExperienceColumns.KIND.name());
  }
}
