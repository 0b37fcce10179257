package dev.dangol.features.voice;

import dev.dangol.features.fold.CustomerParts;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.fold.FoldedSource;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.table.AsOf;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sources of what is said and given between customers and the business, which pass the fold. */
public final class FoldedTalk {
  /** The sources, in the order in which they pass. */
  public static final List<Source> SOURCES =
      List.of(Sources.REVIEWS, Sources.SUPPORT, Sources.SURVEYS, Sources.MESSAGES, Sources.LOYALTY);

  private FoldedTalk() {}

  /** The families of measures, configured or not. */
  public static List<FeatureFamily> families(List<Integer> windows) {
    return List.of(
        ReviewFeatures.family(windows),
        MessageFeatures.family(windows),
        SupportFeatures.family(windows),
        SurveyFeatures.family(),
        LoyaltyFeatures.family());
  }

  /** The families that are folded over the configured sources. */
  public static List<FoldedFamily> folded(FeatureContext measuring) {
    Map<Source, FoldedFamily> all =
        Map.of(
            Sources.REVIEWS, ReviewFeatures.folded(measuring),
            Sources.SUPPORT, SupportFeatures.folded(measuring.windows()),
            Sources.SURVEYS, SurveyFeatures.folded(),
            Sources.MESSAGES, MessageFeatures.folded(measuring.windows()),
            Sources.LOYALTY, LoyaltyFeatures.folded());
    List<FoldedFamily> folded = new ArrayList<>();
    SOURCES.stream()
        .filter(source -> measuring.mapped().has(source))
        .forEach(source -> folded.add(all.get(source)));
    return folded;
  }

  /**
   * The rows of each configured source, as its cursor reads them.
   *
   * @param earlier a day before the one described that rows tell of too
   */
  public static Map<FoldedSource, Dataset<Row>> rows(
      CustomerParts ordered, FeatureContext measuring, Optional<AsOf> earlier) {
    Map<FoldedSource, Dataset<Row>> rows = new LinkedHashMap<>();
    SOURCES.stream()
        .filter(source -> measuring.mapped().has(source))
        .filter(ordered.rows()::containsKey)
        .forEach(
            source ->
                rows.put(
                    FoldedSource.of(source),
                    rows(source, ordered.rows().get(source), measuring, earlier)));
    return rows;
  }

  private static Dataset<Row> rows(
      Source source, Dataset<Row> given, FeatureContext measuring, Optional<AsOf> earlier) {
    return switch (FoldedSource.of(source)) {
      case REVIEWS -> ReviewFeatures.reviews(given, measuring, earlier);
      case SUPPORT -> SupportFeatures.rows(given, measuring, earlier);
      case SURVEYS -> SurveyFeatures.rows(given, measuring, earlier);
      case MESSAGES -> MessageFeatures.rows(given, measuring);
      case LOYALTY -> LoyaltyFeatures.rows(given, measuring);
      default -> throw new IllegalArgumentException(source.name() + " is not of what is said.");
    };
  }
}
