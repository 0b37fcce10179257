package dev.dangol.features.likelihoods;

import dev.dangol.features.measure.FeatureInputs;
import dev.dangol.features.measure.MappedColumns;
import dev.dangol.features.satisfaction.CustomerExperience;
import dev.dangol.probability.ObservationDays;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.LikelihoodColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Inputs of the likelihoods: the rows of a day's features, and the sources that they are from.
 *
 * @param shared what the features of the day share
 * @param clean the rows of each configured source
 * @param mapped the columns that the business has
 */
public record LikelihoodInputs(
    FeatureInputs shared, Map<Source, Dataset<Row>> clean, MappedColumns mapped) {

  /** One row per customer of the last day, with their columns as of each day; null unrecorded. */
  Dataset<Row> history(ObservationDays days, int spanDays) {
    List<AsOf> cuts = days.inOrder();
    SpanHistory history = new SpanHistory(cuts, days.described(), spanDays);
    Dataset<Row> joined =
        history
            .purchases(shared.days())
            .join(history.strikes(shared.experience()), SharedColumns.CUSTOMER_ID.name(), "left");
    for (Dataset<Row> part : parts(history)) {
      joined = joined.join(part, SharedColumns.CUSTOMER_ID.name(), "left");
    }
    List<String> there = List.of(joined.columns());
    Stream<Column> columns =
        Stream.iterate(0, place -> place < cuts.size(), place -> place + 1)
            .flatMap(place -> SpanColumns.ALL.stream().map(field -> SpanColumns.at(field, place)))
            .map(field -> there.contains(field.name()) ? field.col() : field.nullColumn());
    return joined.select(
        Stream.concat(Stream.of(SharedColumns.CUSTOMER_ID.col()), columns).toArray(Column[]::new));
  }

  private List<Dataset<Row>> parts(SpanHistory history) {
    return Stream.of(
            mapped.has(Sources.REVIEWS)
                ? Stream.of(history.reviews(clean.get(Sources.REVIEWS)))
                : Stream.<Dataset<Row>>empty(),
            mapped.has(Sources.ENGAGEMENT, EngagementSource.KNOWN_CUSTOMER_ID)
                ? Stream.of(history.events(clean.get(Sources.ENGAGEMENT)))
                : Stream.<Dataset<Row>>empty(),
            mapped.has(Sources.REFERRALS)
                ? Stream.of(history.referrals(clean.get(Sources.REFERRALS)))
                : Stream.<Dataset<Row>>empty())
        .flatMap(part -> part)
        .toList();
  }

  /**
   * The reasons why likelihoods are not known for want of a source.
   *
   * @param anyStrike whether a bad experience was found, which shows that they are recorded
   */
  Map<Field, String> missing(boolean anyStrike) {
    Map<Field, String> missing = new LinkedHashMap<>();
    if (!mapped.has(Sources.REVIEWS) && !CustomerExperience.strikesMapped(mapped) && !anyStrike) {
      missing.put(
          LikelihoodColumns.P_CONTENT,
          "Neither is the source reviews configured, nor does any other record a bad experience:"
              + " a late delivery, a refunded order, a support case.");
    }
    if (!mapped.has(Sources.REFERRALS)
        && !mapped.has(Sources.ENGAGEMENT, EngagementSource.KNOWN_CUSTOMER_ID)
        && !mapped.has(Sources.REVIEWS, ReviewSource.HELPFUL_VOTES)) {
      missing.put(
          LikelihoodColumns.P_RECOMMEND,
          "Neither is the source referrals configured, nor does engagement map customer_id, nor"
              + " reviews helpful_votes.");
    }
    return missing;
  }
}
