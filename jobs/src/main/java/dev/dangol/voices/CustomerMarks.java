package dev.dangol.voices;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.config.QualitySettings;
import dev.dangol.config.Settings;
import dev.dangol.sql.SqlText;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.VoiceColumns;
import dev.dangol.table.sources.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Themes and words of each customer, counted; each text is read once. */
public final class CustomerMarks {
  /** Ratings are added up in whole parts, so that their order does not matter. */
  private static final double PARTS = 1e6;

  /** Below it a rating is low. */
  private static final double LOW_BELOW = 0.5;

  /** From it on a rating is high. */
  private static final double HIGH_FROM = 0.75;

  private CustomerMarks() {}

  /** The sources that can hold texts. */
  public static List<Source> sources() {
    return SpokenTexts.sources();
  }

  /** The reasons why sources have no text, by source. */
  public static Map<String, String> reasons(Settings settings) {
    Map<String, String> reasons = new TreeMap<>();
    for (Source source : sources()) {
      SpokenTexts.missing(settings, source).ifPresent(why -> reasons.put(source.name(), why));
    }
    return reasons;
  }

  /**
   * One row per source, customer and mark; empty where no source has texts.
   *
   * @param clean the rows of each configured source
   */
  public static Optional<Dataset<Row>> of(
      Map<Source, Dataset<Row>> clean, AsOf asOf, Settings settings) {
    TextMarks marks = new TextMarks(ThemeDictionary.of(settings.voices().themes()));
    return SpokenTexts.of(clean, asOf, settings).map(texts -> counted(texts, marks));
  }

  private static Dataset<Row> counted(Dataset<Row> texts, TextMarks marks) {
    Column place = VoiceColumns.PLACE_ON_SCALE.col();
    Column parts = round(place.multiply(PARTS)).cast("bigint");
    return texts
        .select(
            VoiceColumns.SOURCE.col(),
            SharedColumns.CUSTOMER_ID.col(),
            place,
            explode(SqlText.texts(marks, VoiceColumns.WORDS.col())).as(VoiceColumns.MARK.name()))
        .groupBy(
            VoiceColumns.SOURCE.col(), SharedColumns.CUSTOMER_ID.col(), VoiceColumns.MARK.col())
        .agg(
            VoiceColumns.TEXTS.is(count(lit(1))),
            VoiceColumns.LOW_TEXTS.is(count_if(place.lt(LOW_BELOW))),
            VoiceColumns.HIGH_TEXTS.is(count_if(place.geq(HIGH_FROM))),
            VoiceColumns.RATED_TEXTS.is(count(place)),
            VoiceColumns.RATING_PARTS.is(coalesce(sum(parts), lit(0))));
  }

  /** The rows of {@code customer_themes}. */
  public static Dataset<Row> themes(Dataset<Row> marks, AsOf asOf, QualitySettings quality) {
    Column rated = VoiceColumns.RATED_TEXTS.col();
    Column ratings =
        rated
            .multiply(quality.ratingFrom())
            .plus(
                VoiceColumns.RATING_PARTS
                    .col()
                    .multiply(quality.ratingTo() - quality.ratingFrom())
                    .divide(PARTS));
    return marks
        .where(VoiceColumns.MARK.col().startsWith(TextMarks.THEME))
        .select(
            SharedColumns.AS_OF.is(asOf.column()),
            VoiceColumns.SOURCE.col(),
            SharedColumns.CUSTOMER_ID.col(),
            VoiceColumns.THEME.is(substring(VoiceColumns.MARK.col(), 2, Integer.MAX_VALUE)),
            VoiceColumns.TEXTS.col(),
            VoiceColumns.LOW_TEXTS.col(),
            VoiceColumns.HIGH_TEXTS.col(),
            rated,
            VoiceColumns.RATING_SUM.is(ratings));
  }

  /**
   * Customers by source and mark who have it in low-rated texts, and in high-rated ones; those of
   * themes but all are left out, as are words that fewer than the minimum use on both sides.
   */
  static Dataset<Row> sides(Dataset<Row> marks, int least) {
    Column low = customers(VoiceColumns.LOW_TEXTS);
    Column high = customers(VoiceColumns.HIGH_TEXTS);
    Column mark = VoiceColumns.MARK.col();
    return marks
        .where(mark.startsWith(TextMarks.THEME).equalTo(false).or(mark.equalTo(TextMarks.ANY)))
        .groupBy(VoiceColumns.SOURCE.col(), mark)
        .agg(VoiceColumns.LOW_CUSTOMERS.is(low), VoiceColumns.HIGH_CUSTOMERS.is(high))
        .where(
            VoiceColumns.LOW_CUSTOMERS
                .col()
                .geq(least)
                .or(VoiceColumns.HIGH_CUSTOMERS.col().geq(least))
                .or(mark.equalTo(TextMarks.ANY)));
  }

  private static Column customers(Field texts) {
    return count_if(texts.col().gt(0));
  }
}
