package dev.dangol.experience;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.VoiceColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import dev.dangol.table.sources.SurveySource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Events of all customers by the day, of every source in one set of rows; one pass per source. */
public record ExperienceEvents(AsOf asOf) {
  /** The sources that are looked at, where they are configured. */
  public static final List<Source> SOURCES =
      List.of(
          Sources.PURCHASES,
          Sources.REVIEWS,
          Sources.SURVEYS,
          Sources.ENGAGEMENT,
          Sources.MESSAGES,
          Sources.SUPPORT);

  private static final double MICROS_PER_DAY = ExperienceRules.MICROS_PER_DAY;

  /** Before every event: groups and themes are told first. */
  private static final Column FIRST = lit(Long.MIN_VALUE);

  private static final Object[] ENGAGEMENT =
      Stream.of(
              ExperienceKind.VIEW,
              ExperienceKind.SEARCH,
              ExperienceKind.CLICK,
              ExperienceKind.CART,
              ExperienceKind.CHECKOUT,
              ExperienceKind.SHARE,
              ExperienceKind.COMMENT)
          .map(ExperienceKind::name)
          .toArray();

  /** The events of a source. */
  public Dataset<Row> of(Source source, Dataset<Row> rows) {
    if (source.equals(Sources.PURCHASES)) {
      return purchases(rows);
    }
    if (source.equals(Sources.REVIEWS)) {
      return reviews(rows);
    }
    if (source.equals(Sources.SURVEYS)) {
      return answers(rows);
    }
    if (source.equals(Sources.ENGAGEMENT)) {
      return actions(rows);
    }
    if (source.equals(Sources.MESSAGES)) {
      return clicks(rows);
    }
    if (source.equals(Sources.SUPPORT)) {
      return cases(rows);
    }
    throw new IllegalArgumentException("No events are made of " + source.name());
  }

  /** Themes of customers, from the rows of {@code customer_themes} of the day. */
  public Dataset<Row> themes(Dataset<Row> themes) {
    return events(
        themes.where(VoiceColumns.RATED_TEXTS.col().gt(0)),
        Map.of(
            HistoryColumns.KIND,
            kind(ExperienceKind.THEME),
            HistoryColumns.AT,
            FIRST,
            SharedColumns.CATEGORY,
            VoiceColumns.SOURCE.col(),
            HistoryColumns.MARK,
            VoiceColumns.THEME.col(),
            HistoryColumns.FIGURE,
            VoiceColumns.RATING_SUM.col(),
            HistoryColumns.PIECES,
            VoiceColumns.RATED_TEXTS.col()));
  }

  /**
   * Groups of customers.
   *
   * @param groups a customer and a group, such as everyone:all, in each row
   */
  public Dataset<Row> groups(Dataset<Row> groups) {
    return events(
        groups,
        Map.of(
            HistoryColumns.KIND,
            kind(ExperienceKind.GROUP),
            HistoryColumns.AT,
            FIRST,
            HistoryColumns.MARK,
            VoiceColumns.GROUP.col()));
  }

  private Dataset<Row> purchases(Dataset<Row> rows) {
    Column kind =
        when(PurchaseSource.isPurchase(), kind(ExperienceKind.PURCHASE))
            .otherwise(kind(ExperienceKind.REFUND));
    Map<Field, Column> cells = timed(PurchaseSource.PURCHASED_AT, kind);
    cells.put(SharedColumns.ORDER_ID, PurchaseSource.order());
    cells.put(SharedColumns.PRODUCT_ID, SharedColumns.PRODUCT_ID.col());
    cells.put(SharedColumns.CATEGORY, SharedColumns.CATEGORY.col());
    cells.put(HistoryColumns.MARK, PurchaseSource.PROMOTION_ID.col());
    cells.put(HistoryColumns.FIGURE, PurchaseSource.NET_AMOUNT.col());
    cells.put(HistoryColumns.PIECES, coalesce(PurchaseSource.QUANTITY.col(), lit(1.0)));
    return events(rows.where(asOf.isKnown(PurchaseSource.PURCHASED_AT)), cells);
  }

  private Dataset<Row> reviews(Dataset<Row> rows) {
    Map<Field, Column> cells = timed(ReviewSource.REVIEWED_AT, kind(ExperienceKind.REVIEW));
    cells.put(HistoryColumns.ID, SharedColumns.SOURCE_ROW.col());
    cells.put(SharedColumns.ORDER_ID, SharedColumns.ORDER_ID.col());
    cells.put(SharedColumns.PRODUCT_ID, SharedColumns.PRODUCT_ID.col());
    cells.put(HistoryColumns.FIGURE, ReviewSource.RATING.col());
    cells.put(HistoryColumns.PIECES, ReviewSource.HELPFUL_VOTES.col());
    cells.put(HistoryColumns.ACTED_DAYS, acted(ReviewSource.REVIEWED_AT));
    return events(rows.where(asOf.isKnown(ReviewSource.REVIEWED_AT)), cells);
  }

  private Dataset<Row> answers(Dataset<Row> rows) {
    Map<Field, Column> cells = timed(SurveySource.ANSWERED_AT, kind(ExperienceKind.SURVEY));
    cells.put(HistoryColumns.ACTED_DAYS, acted(SurveySource.ANSWERED_AT));
    return events(rows.where(asOf.hasHappened(SurveySource.ANSWERED_AT)), cells);
  }

  private Dataset<Row> actions(Dataset<Row> rows) {
    Column kind = upper(EngagementSource.EVENT.col());
    Map<Field, Column> cells = timed(EngagementSource.OCCURRED_AT, kind);
    cells.put(SharedColumns.PRODUCT_ID, SharedColumns.PRODUCT_ID.col());
    cells.put(SharedColumns.CATEGORY, SharedColumns.CATEGORY.col());
    Column search = kind.equalTo(ExperienceKind.SEARCH.name());
    cells.put(
        HistoryColumns.MARK,
        when(search, UnmetTerms.masked()).otherwise(SharedColumns.CAMPAIGN_ID.col()));
    return events(
        rows.where(asOf.isKnown(EngagementSource.OCCURRED_AT))
            .where(SharedColumns.CUSTOMER_ID.col().isNotNull())
            .where(kind.isin(ENGAGEMENT)),
        cells);
  }

  private Dataset<Row> clicks(Dataset<Row> rows) {
    Map<Field, Column> cells = timed(MessageSource.CLICKED_AT, kind(ExperienceKind.CLICK));
    cells.put(HistoryColumns.MARK, SharedColumns.CAMPAIGN_ID.col());
    return events(
        rows.where(asOf.hasHappened(MessageSource.CLICKED_AT))
            .where(SharedColumns.CAMPAIGN_ID.col().isNotNull()),
        cells);
  }

  /** Cases; one that was opened again after it was resolved was not resolved for good. */
  private Dataset<Row> cases(Dataset<Row> rows) {
    Column resolved = known(SupportSource.RESOLVED_AT);
    Column held = coalesce(resolved.geq(known(SupportSource.REOPENED_AT)), lit(true));
    Map<Field, Column> cells = timed(SupportSource.OPENED_AT, kind(ExperienceKind.CASE));
    cells.put(HistoryColumns.ID, SharedColumns.SOURCE_ROW.col());
    cells.put(SharedColumns.CATEGORY, SupportSource.THEME.col());
    cells.put(HistoryColumns.MARK, nullif(lower(trim(SharedColumns.CHANNEL.col())), lit("")));
    cells.put(HistoryColumns.FIGURE, when(held, days(SupportSource.OPENED_AT, resolved)));
    cells.put(HistoryColumns.ACTED_DAYS, acted(SupportSource.OPENED_AT));
    return events(rows.where(asOf.hasHappened(SupportSource.OPENED_AT)), cells);
  }

  private static Column kind(ExperienceKind kind) {
    return lit(kind.name());
  }

  private Column known(Field time) {
    return when(asOf.hasHappened(time), time.col());
  }

  private Column acted(Field from) {
    return days(from, known(SharedColumns.ACTED_ON_AT));
  }

  private static Column days(Field from, Column until) {
    return unix_micros(until).minus(unix_micros(from.col())).divide(MICROS_PER_DAY);
  }

  private static Map<Field, Column> timed(Field time, Column kind) {
    Map<Field, Column> cells = new HashMap<>();
    cells.put(HistoryColumns.KIND, kind);
    cells.put(HistoryColumns.AT, unix_micros(time.col()));
    cells.put(HistoryColumns.DAY, unix_date(to_date(time.col())));
    return cells;
  }

  private static Dataset<Row> events(Dataset<Row> rows, Map<Field, Column> cells) {
    return rows.select(
        HistoryColumns.EVENT.stream()
            .map(
                field ->
                    field.equals(SharedColumns.CUSTOMER_ID)
                        ? field.col()
                        : field.is(cells.getOrDefault(field, lit(null))))
            .toArray(Column[]::new));
  }
}
