package dev.dangol.features.measure;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;

/**
 * Family of measures over the rows of one source, computed together.
 *
 * @param source where they come from
 * @param measures the measures
 */
public record FeatureFamily(Source source, List<FeatureMeasure> measures) {
  public FeatureFamily {
    measures = List.copyOf(measures);
  }

  /** One row per customer of rows that hold the families' measures already, as they are folded. */
  public static Dataset<Row> select(
      List<FeatureFamily> families, Dataset<Row> folded, FeatureContext measuring) {
    Stream<Column> measures =
        families.stream().flatMap(family -> family.columns(measuring).stream());
    return folded.select(
        Stream.concat(Stream.of(SharedColumns.CUSTOMER_ID.col()), measures).toArray(Column[]::new));
  }

  /** The measures of each group; one that the source does not record is null. */
  public Dataset<Row> aggregate(RelationalGroupedDataset groups, FeatureContext measuring) {
    Column[] columns = columns(measuring).toArray(Column[]::new);
    return groups.agg(columns[0], Arrays.copyOfRange(columns, 1, columns.length));
  }

  /** The measures, of rows that hold what they are made of. */
  public List<Column> columns(FeatureContext measuring) {
    return measures.stream()
        .map(
            measure ->
                isMeasured(measure, measuring)
                    ? measure.field().is(measure.value().apply(measuring.asOf()))
                    : measure.field().nullColumn())
        .toList();
  }

  /** True where any of its measures is asked for. */
  public boolean isAsked(FeatureContext measuring) {
    return measures.stream().map(FeatureMeasure::field).anyMatch(measuring.asked());
  }

  private boolean isMeasured(FeatureMeasure measure, FeatureContext measuring) {
    return measuring.asked().test(measure.field())
        && missing(measure, measuring.mapped()).isEmpty();
  }

  /** The reason why a measure cannot be made; empty where it can. */
  public Optional<String> missing(FeatureMeasure measure, MappedColumns mapped) {
    if (!mapped.has(source)) {
      return Optional.of("The source " + source.name() + " is not configured.");
    }
    return measure.needs().stream()
        .filter(group -> group.stream().noneMatch(column -> mapped.has(source, column)))
        .findFirst()
        .map(group -> unmapped(source, group))
        .or(() -> missingElsewhere(measure, mapped));
  }

  private static Optional<String> missingElsewhere(FeatureMeasure measure, MappedColumns mapped) {
    return measure.elsewhere().entrySet().stream()
        .filter(need -> !mapped.has(need.getKey(), need.getValue()))
        .findFirst()
        .map(need -> unmapped(need.getKey(), List.of(need.getValue())));
  }

  public static String unmapped(Source source, List<Field> columns) {
    String names = columns.stream().map(Field::name).collect(Collectors.joining(" nor "));
    return columns.size() == 1
        ? "The source " + source.name() + " does not map " + names + "."
        : "The source " + source.name() + " maps neither " + names + ".";
  }
}
