package dev.dangol.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.config.FeatureSettings;
import dev.dangol.config.Settings;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureInputs;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.features.purchases.ProductCycles;
import dev.dangol.features.purchases.RfmScores;
import dev.dangol.features.purchases.RhythmFeatures;
import dev.dangol.features.satisfaction.CustomerExperience;
import dev.dangol.features.satisfaction.SatisfactionGap;
import dev.dangol.features.satisfaction.TrustBreaks;
import dev.dangol.features.scores.CustomerTypes;
import dev.dangol.features.scores.DangolIndex;
import dev.dangol.features.scores.DerivedFeatures;
import dev.dangol.features.scores.QualityScores;
import dev.dangol.ranks.PercentileRanks;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.features.EventColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.features.ReferralColumns;
import dev.dangol.table.features.RhythmColumns;
import dev.dangol.table.features.SalesColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.features.StrikeColumns;
import dev.dangol.table.results.CustomColumns;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Features of each customer in one row, joined from every family of measures. First come the
 * measures of their own rows, then those that compare the customers with one another. Counts of a
 * configured source are 0 where the customer has no row in it; measures of a source that is not
 * configured are null.
 */
public final class CustomerFeatures {
  /** Measures that are counted over all customers before they can be grouped. */
  static final List<Field> GROUPED =
      Stream.of(
              RfmScores.MEASURES,
              List.of(RhythmColumns.MEDIAN_GAP_DAYS),
              EventColumns.KINDS.keySet())
          .flatMap(Collection::stream)
          .toList();

  /** The same, and those that satisfaction and broken trust are made of. */
  static final List<Field> COUNTED =
      Stream.of(GROUPED, SatisfactionGap.COUNTED, TrustBreaks.COUNTED)
          .flatMap(Collection::stream)
          .toList();

  /** Columns that are not known before customers are compared. */
  private static final Set<Field> LATER =
      Stream.of(FeatureTable.COMPARED, SatisfactionColumns.FEATURES, StrikeColumns.FEATURES)
          .flatMap(Collection::stream)
          .collect(Collectors.toUnmodifiableSet());

  private CustomerFeatures() {}

  /**
   * One row per customer with a purchase by the day, with the measures of their own rows.
   *
   * @param clean the rows of each configured source
   */
  public static Dataset<Row> measure(
      FeatureInputs shared, Map<Source, Dataset<Row>> clean, FeatureContext measuring) {
    Settings settings = measuring.settings();
    Dataset<Row> joined = FeatureFamilies.join(shared, clean, measuring);
    Map<Field, String> missing = FeatureFamilies.missing(settings, measuring.mapped());
    Set<Field> counts = counts(settings);
    if (measuring.mapped().has(Sources.REFERRALS)) {
      counts.addAll(ReferralColumns.FEATURES);
    }
    counts.removeAll(missing.keySet());
    Map<Field, Column> made = DerivedFeatures.measures(missing);
    List<String> there = List.of(joined.columns());
    List<Column> columns = new ArrayList<>();
    for (Field field : table(settings).fields()) {
      if (!LATER.contains(field) && measuring.asked().test(field)) {
        Column own = there.contains(field.name()) ? field.col() : lit(null);
        Column value = made.getOrDefault(field, own);
        Column zero = lit(0).cast(field.type());
        columns.add(field.is(counts.contains(field) ? coalesce(value, zero) : value));
      }
    }
    Stream.of(CustomerExperience.FIELDS, ProductCycles.FIELDS, List.of(CustomColumns.VALUES))
        .flatMap(List::stream)
        .filter(field -> there.contains(field.name()))
        .forEach(field -> columns.add(field.col()));
    return joined.select(columns.toArray(Column[]::new));
  }

  /**
   * The customers with their RFM scores and groups, and whether they came back within the cycle.
   *
   * @param measured the customers, with the measures that make these
   * @param standing their percentile ranks over {@link #COUNTED}
   * @param cycles the cycles of categories
   */
  static Dataset<Row> withGroups(
      Dataset<Row> measured, PercentileRanks standing, ProductCycles cycles, Settings settings) {
    FeatureSettings how = settings.features();
    Dataset<Row> cycled =
        RhythmFeatures.withinCycle(measured, how.repeats().cycleDays(), standing, cycles);
    return RfmScores.withScores(cycled, how.rfm(), standing);
  }

  /** Measures whose percentile ranks over the grouped customers make their qualities and types. */
  static List<Field> rankedFields(Settings settings) {
    Set<String> parts =
        settings.features().qualities().values().stream()
            .flatMap(blend -> blend.keySet().stream())
            .collect(Collectors.toSet());
    Set<Field> compared =
        new LinkedHashSet<>(List.of(FeatureColumns.NET_SALES_LIFETIME, SalesColumns.SALES_GROWTH));
    table(settings).fields().stream()
        .filter(field -> parts.contains(field.name()))
        .forEach(compared::add);
    return List.copyOf(compared);
  }

  /**
   * The customers with what is made of their percentile ranks, beside what they had.
   *
   * @param content the customers with their satisfaction and their bad experiences
   * @param standing their percentile ranks over {@link #rankedFields}
   */
  static Dataset<Row> of(
      Dataset<Row> content, PercentileRanks standing, AsOf asOf, Settings settings) {
    FeatureSettings how = settings.features();
    Dataset<Row> scored = QualityScores.withScores(content, how.qualities(), standing);
    Dataset<Row> indexed = DangolIndex.of(scored, how.dangolIndex());
    return CustomerTypes.withTypes(indexed, how.types(), standing)
        .withColumn(SharedColumns.AS_OF.name(), SharedColumns.AS_OF.is(asOf.column()));
  }

  /**
   * The customers with those columns of {@code customer_features} that are asked for.
   *
   * @param grouped the customers, as {@link #withGroups} gives them
   * @param standing their percentile ranks over {@link #rankedFields} as far as they are asked for
   */
  static Dataset<Row> ofNamed(
      Dataset<Row> grouped,
      PercentileRanks standing,
      FeatureContext measuring,
      NamedFeatures named) {
    FeatureSettings how = measuring.settings().features();
    Dataset<Row> scored =
        QualityScores.withScores(grouped, named.blends(how.qualities()), standing);
    return DangolIndex.of(scored, how.dangolIndex())
        .withColumn(SharedColumns.AS_OF.name(), SharedColumns.AS_OF.is(measuring.asOf().column()))
        .select(
            table(measuring.settings()).fields().stream()
                .filter(named)
                .map(Field::col)
                .toArray(Column[]::new));
  }

  private static Table table(Settings settings) {
    return FeatureTable.of(settings.features().windows());
  }

  private static Set<Field> counts(Settings settings) {
    return FeatureFamilies.all(settings).stream()
        .flatMap(family -> family.measures().stream())
        .filter(FeatureMeasure::counts)
        .map(FeatureMeasure::field)
        .collect(Collectors.toSet());
  }
}
