package dev.dangol.features.satisfaction;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.Settings;
import dev.dangol.features.fold.FoldedDay;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.MappedColumns;
import dev.dangol.features.voice.ReviewFeatures;
import dev.dangol.features.voice.VerificationRule;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.features.StrikeColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Experience of each customer by a day: late deliveries, refunds, ratings, support cases and
 * surveys. It holds the measured parts of their satisfaction, and their bad experiences with the
 * day of each. A part that the business does not record is null, and so is everything made from it.
 */
public final class CustomerExperience {
  /** The columns of a row besides the customer. */
  public static final List<Field> FIELDS =
      List.of(
          SatisfactionColumns.PRICE_RANK,
          SatisfactionColumns.PAST_RATING,
          SatisfactionColumns.RATING,
          SatisfactionColumns.ON_TIME,
          SatisfactionColumns.SURVEY,
          SatisfactionColumns.ORDERS,
          SatisfactionColumns.FAULTS,
          SatisfactionColumns.DELIVERIES,
          SatisfactionColumns.LATE_DELIVERIES,
          ExperienceColumns.STRIKES,
          ExperienceColumns.STRIKES_FOUND,
          ExperienceColumns.FAULTS_TOLD,
          ExperienceColumns.STRIKES_TOLD,
          ExperienceColumns.COMPLAINTS_TOLD);

  /** The kind of bad experience for each list of days. */
  private static final Map<Field, String> KINDS =
      Map.of(
          ExperienceColumns.LOW_ON, StrikeColumns.LOW_RATING,
          ExperienceColumns.REFUNDED_ON, StrikeColumns.FAULT_REFUND,
          ExperienceColumns.FAULTS_ON, StrikeColumns.FAULT_CASE,
          ExperienceColumns.LATE_ON, StrikeColumns.LATE_DELIVERY,
          ExperienceColumns.MISSED_ON, StrikeColumns.MISSED_REPLY,
          ExperienceColumns.REOPENED_ON, StrikeColumns.REOPENED_CASE);

  private final Dataset<Row> ordered;
  private final MappedColumns mapped;

  private CustomerExperience(Dataset<Row> ordered, MappedColumns mapped) {
    this.ordered = ordered;
    this.mapped = mapped;
  }

  /**
   * The families of the history of orders that make it.
   *
   * @param earlier a day before the one described that is told of too
   */
  public static List<FoldedFamily> folded(FeatureContext measuring, Optional<AsOf> earlier) {
    List<FoldedFamily> families = new ArrayList<>();
    double middle = ReviewFeatures.middle(measuring.settings().quality());
    for (FoldedDay day : FoldedDay.values()) {
      if (day == FoldedDay.DESCRIBED || earlier.isPresent()) {
        families.add(new OrderExperienceFold(day));
        if (measuring.mapped().has(Sources.REVIEWS)) {
          families.add(new ReviewExperienceFold(day, middle, VerificationRule.of(measuring)));
        }
        if (Stream.of(Sources.SUPPORT, Sources.SURVEYS).anyMatch(measuring.mapped()::has)) {
          families.add(new ServiceExperienceFold(day));
        }
      }
    }
    return families;
  }

  /**
   * One row per customer with a purchase by the day.
   *
   * @param history the history of each customer
   */
  public static Dataset<Row> of(Dataset<Row> history, Settings settings) {
    return on(FoldedDay.DESCRIBED, history, settings);
  }

  /** The same as of the earlier day of the history. */
  static Dataset<Row> earlier(Dataset<Row> history, Settings settings) {
    return on(FoldedDay.EARLIER, history, settings);
  }

  private static Dataset<Row> on(FoldedDay day, Dataset<Row> history, Settings settings) {
    MappedColumns mapped = MappedColumns.of(settings);
    return new CustomerExperience(OrderExperience.perCustomer(history, day, mapped), mapped)
        .perCustomer();
  }

  private Dataset<Row> perCustomer() {
    List<String> there = List.of(ordered.columns());
    List<Column> columns = new ArrayList<>();
    columns.add(SharedColumns.CUSTOMER_ID.col());
    for (Field field : FIELDS) {
      columns.add(field.is(value(field, there)));
    }
    return ordered
        .withColumn(ExperienceColumns.STRIKES.name(), ExperienceColumns.STRIKES.is(strikes(there)))
        .select(columns.toArray(Column[]::new));
  }

  private Column value(Field field, List<String> there) {
    if (field.equals(SatisfactionColumns.ON_TIME)) {
      Column deliveries = SatisfactionColumns.DELIVERIES.col();
      Column late = SatisfactionColumns.LATE_DELIVERIES.col();
      return when(deliveries.gt(0), deliveries.minus(late).cast("double").divide(deliveries));
    }
    if (field.equals(SatisfactionColumns.FAULTS)) {
      Column cases = fromMappedColumns(ExperienceColumns.FAULT_CASES, there);
      return ExperienceColumns.REFUNDED_ORDERS.col().plus(coalesce(cases, lit(0)));
    }
    if (field.equals(ExperienceColumns.STRIKES)) {
      return ExperienceColumns.STRIKES.col();
    }
    if (field.equals(ExperienceColumns.STRIKES_FOUND)) {
      return size(ExperienceColumns.STRIKES.col());
    }
    if (field.equals(ExperienceColumns.FAULTS_TOLD)) {
      return lit(faultsMapped(mapped));
    }
    if (field.equals(ExperienceColumns.STRIKES_TOLD)) {
      return lit(strikesMapped(mapped));
    }
    if (field.equals(ExperienceColumns.COMPLAINTS_TOLD)) {
      return lit(complaintsMapped(mapped));
    }
    return fromMappedColumns(field, there);
  }

  static boolean faultsMapped(MappedColumns mapped) {
    return mapped.has(Sources.PURCHASES, PurchaseSource.REFUND_OF)
        || mapped.has(Sources.SUPPORT, SupportSource.FAULT);
  }

  /** True where the configured sources record bad experiences. */
  public static boolean strikesMapped(MappedColumns mapped) {
    return faultsMapped(mapped) || complaintsMapped(mapped) || OrderExperience.delivers(mapped);
  }

  static boolean complaintsMapped(MappedColumns mapped) {
    return mapped.has(Sources.REVIEWS) || mapped.has(Sources.SUPPORT);
  }

  private static Column fromMappedColumns(Field field, List<String> there) {
    return there.contains(field.name()) ? field.col() : lit(null).cast(field.type());
  }

  /**
   * Lists of kinds that are not recorded are left out, so that joining them to the others costs
   * nothing.
   */
  private static Column strikes(List<String> there) {
    List<Column> lists = new ArrayList<>();
    KINDS.forEach(
        (days, kind) -> {
          if (there.contains(days.name())) {
            lists.add(withDates(days, kind));
          }
        });
    return sort_array(concat(lists.toArray(Column[]::new)));
  }

  private static Column orNone(Field list) {
    return coalesce(list.col(), array().cast(list.type()));
  }

  private static Column withDates(Field days, String kind) {
    Column strikes =
        transform(
            orNone(days),
            day ->
                struct(ExperienceColumns.STRIKE_ON.is(day), ExperienceColumns.KIND.is(lit(kind))));
    return strikes.cast(ExperienceColumns.STRIKES.type());
  }
}
