package dev.dangol.ingest;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.QualitySettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.RateSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Validates canonical rows. The first rule that a row breaks is its reason for quarantine.
 *
 * @param quality the configured bounds
 * @param currency the reporting currency
 */
public record ValidationRules(QualitySettings quality, String currency) {
  /** More pieces on one line could not be added up. */
  private static final double MOST_PIECES = 1e11;

  private static final Column NOTHING = lit(null).cast(DataTypes.StringType);

  /** The character that a reader puts in place of bytes that the encoding does not know. */
  private static final String UNDECODABLE = "\uFFFD";

  private static final Set<Field> FREE_TEXT = Set.of(ReviewSource.TEXT);
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  /** The rows validated by all rules: each with the column at fault and the reason, else null. */
  public Dataset<Row> validate(Source source, Dataset<Row> canonical, AsOf asOf) {
    return inTime(source, alone(source, canonical), asOf);
  }

  /** The rows validated by their content alone, with a result that no later run changes. */
  public Dataset<Row> alone(Source source, Dataset<Row> canonical) {
    List<RowRule> faults = faults(source, Set.of(canonical.columns()));
    return canonical
        .withColumn(IngestColumns.FAULT.name(), first(faults, RowRule::text))
        .withColumn(IngestColumns.FAULT_COLUMN.name(), first(faults, RowRule::column))
        .withColumn(IngestColumns.FAULT_VALUE.name(), first(faults, RowRule::value));
  }

  /**
   * The rows validated by their time as well: those that lie in the future wait for a later day.
   * The future begins with the as-of day's end and the hours that are tolerated after it.
   */
  public Dataset<Row> inTime(Source source, Dataset<Row> alone, AsOf asOf) {
    Instant future = asOf.end().plus(Duration.ofHours(quality.futureToleranceHours()));
    Column isFuture = source.time().map(time -> time.col().geq(lit(future))).orElse(lit(false));
    Dataset<Row> marked =
        alone.withColumn(IngestColumns.FUTURE.name(), coalesce(isFuture, lit(false)));
    return source
        .time()
        .map(time -> marked.withColumns(RowRule.of(isFuture, time, " is in the future").columns()))
        .orElse(marked);
  }

  /**
   * True for rows that are rejected, or that a run may still reject; every row is in the future of
   * some day, which does not count.
   */
  public Column mayReject(Source source) {
    Column rejected = IngestColumns.isRejected();
    return source.fields().contains(PurchaseSource.CURRENCY) ? rejected.or(foreign()) : rejected;
  }

  private Column foreign() {
    return CurrencyConversion.code(PurchaseSource.CURRENCY.col()).notEqual(lit(currency));
  }

  private List<RowRule> faults(Source source, Set<String> columns) {
    List<RowRule> faults = new ArrayList<>();
    faults.add(malformed());
    faults.add(undecided());
    for (Field field : source.fields()) {
      Field unread = IngestColumns.isUnreadable(field);
      if (columns.contains(unread.name())) {
        String text = " cannot be read as " + field.type().simpleString();
        Column given = IngestColumns.rawValue(field).col();
        faults.add(RowRule.of(unread.col(), field, text).holding(given));
      }
      if (field.required()) {
        faults.add(RowRule.of(field.col().isNull(), field, " is missing"));
      }
      if (field.type().equals(DataTypes.StringType) && !FREE_TEXT.contains(field)) {
        faults.add(RowRule.of(field.col().contains(UNDECODABLE), field, " cannot be decoded"));
      }
      if (field.type().equals(DataTypes.DoubleType)) {
        faults.add(RowRule.of(endless(field), field, " is not a finite number"));
      }
    }
    source.time().ifPresent(time -> faults.addAll(outsideReason(time)));
    faults.addAll(ofMeaning(source));
    if (columns.contains(IngestColumns.UNKNOWN_EVENT.name())) {
      Column unknown = IngestColumns.UNKNOWN_EVENT.col();
      faults.add(RowRule.of(unknown, EngagementSource.EVENT, " is not a known name"));
    }
    return faults;
  }

  private static RowRule malformed() {
    return new RowRule(
        IngestColumns.MALFORMED.col(), NOTHING, lit("the line cannot be taken apart"), NOTHING);
  }

  private static RowRule undecided() {
    return new RowRule(
        IngestColumns.UNDECIDED.col(), NOTHING, lit(IngestColumns.WHERE_UNDECIDED), NOTHING);
  }

  private static Column endless(Field field) {
    return isnan(field.col()).or(abs(field.col()).equalTo(lit(Double.POSITIVE_INFINITY)));
  }

  private List<RowRule> outsideReason(Field time) {
    return List.of(RowRule.of(time.col().lt(lit(EARLIEST)), time, " is before 1900"));
  }

  private List<RowRule> ofMeaning(Source source) {
    List<RowRule> faults = new ArrayList<>();
    if (source.fields().contains(ReviewSource.RATING)) {
      Column inside = ReviewSource.RATING.col().between(quality.ratingFrom(), quality.ratingTo());
      String scale =
          " is outside the scale of " + quality.ratingFrom() + " to " + quality.ratingTo();
      faults.add(RowRule.of(inside.equalTo(false), ReviewSource.RATING, scale));
    }
    if (source.fields().contains(PurchaseSource.QUANTITY)) {
      Column tooMany = abs(PurchaseSource.QUANTITY.col()).geq(MOST_PIECES);
      faults.add(RowRule.of(tooMany, PurchaseSource.QUANTITY, " is too large"));
    }
    if (source.fields().contains(RateSource.RATE)) {
      faults.add(RowRule.of(RateSource.RATE.col().leq(0), RateSource.RATE, " is not above 0"));
    }
    if (source.fields().contains(EngagementSource.VISITOR_ID)) {
      Column nobody =
          EngagementSource.KNOWN_CUSTOMER_ID
              .col()
              .isNull()
              .and(EngagementSource.VISITOR_ID.col().isNull());
      String text = " is missing, and visitor_id as well";
      faults.add(RowRule.of(nobody, EngagementSource.KNOWN_CUSTOMER_ID, text));
    }
    return faults;
  }

  private static Column first(List<RowRule> faults, Function<RowRule, Column> part) {
    Column chosen = when(lit(false), NOTHING);
    for (RowRule fault : faults) {
      chosen = chosen.when(fault.condition(), part.apply(fault));
    }
    return chosen;
  }
}
