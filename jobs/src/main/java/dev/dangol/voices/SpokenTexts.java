package dev.dangol.voices;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.QualitySettings;
import dev.dangol.config.Settings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.VoiceColumns;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import dev.dangol.table.sources.SurveySource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Texts of customers by the day, of every source that has any. */
final class SpokenTexts {
  /** The column with the text of each source. */
  private static final Map<Source, Field> TEXTS = texts();

  private final AsOf asOf;
  private final QualitySettings quality;

  private SpokenTexts(AsOf asOf, QualitySettings quality) {
    this.asOf = asOf;
    this.quality = quality;
  }

  private static Map<Source, Field> texts() {
    Map<Source, Field> texts = new LinkedHashMap<>();
    texts.put(Sources.REVIEWS, ReviewSource.TEXT);
    texts.put(Sources.SURVEYS, ReviewSource.TEXT);
    texts.put(Sources.SUPPORT, SupportSource.THEME);
    return texts;
  }

  /** The sources that can hold texts. */
  static List<Source> sources() {
    return List.copyOf(TEXTS.keySet());
  }

  /** The reason why a source has no text; empty where it has. */
  static Optional<String> missing(Settings settings, Source source) {
    if (!settings.has(source.name())) {
      return Optional.of("The source " + source.name() + " is not configured.");
    }
    String column = TEXTS.get(source).name();
    return settings.sources().get(source.name()).columns().containsKey(column)
        ? Optional.empty()
        : Optional.of("The source " + source.name() + " does not map " + column + ".");
  }

  /**
   * One row per text with its source, its customer, and its rating from 0 to 1; empty where no
   * source has texts.
   */
  static Optional<Dataset<Row>> of(Map<Source, Dataset<Row>> clean, AsOf asOf, Settings settings) {
    SpokenTexts texts = new SpokenTexts(asOf, settings.quality());
    List<Dataset<Row>> parts = new ArrayList<>();
    for (Source source : sources()) {
      if (missing(settings, source).isEmpty() && clean.containsKey(source)) {
        parts.add(texts.of(source, clean.get(source)));
      }
    }
    return parts.stream().reduce(Dataset::unionByName);
  }

  private Dataset<Row> of(Source source, Dataset<Row> rows) {
    Column text = TEXTS.get(source).col();
    return known(source, rows)
        .where(text.isNotNull())
        .select(
            VoiceColumns.SOURCE.is(lit(source.name())),
            SharedColumns.CUSTOMER_ID.col(),
            VoiceColumns.WORDS.is(text),
            VoiceColumns.PLACE_ON_SCALE.is(rating(source)));
  }

  private Dataset<Row> known(Source source, Dataset<Row> rows) {
    if (source.equals(Sources.REVIEWS)) {
      return rows.where(asOf.isKnown(ReviewSource.REVIEWED_AT));
    }
    return rows.where(
        asOf.hasHappened(
            source.equals(Sources.SURVEYS) ? SurveySource.ANSWERED_AT : SupportSource.OPENED_AT));
  }

  private Column rating(Source source) {
    if (source.equals(Sources.REVIEWS)) {
      double range = quality.ratingTo() - quality.ratingFrom();
      return ReviewSource.RATING.col().minus(quality.ratingFrom()).divide(range);
    }
    if (source.equals(Sources.SURVEYS)) {
      Column range = SurveySource.SCALE_MAX.col().minus(SurveySource.SCALE_MIN.col());
      Column place = SurveySource.SCORE.col().minus(SurveySource.SCALE_MIN.col()).divide(range);
      return when(range.gt(0), place);
    }
    return lit(null);
  }
}
