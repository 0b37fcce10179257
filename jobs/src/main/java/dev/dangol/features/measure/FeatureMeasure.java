package dev.dangol.features.measure;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.sources.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;

/**
 * A measure of a customer, aggregated from their rows of one source.
 *
 * @param field its name, type, unit and meaning
 * @param value the aggregate expression, given the day
 * @param counts true where a customer without a row has 0 of it; false where it is null then
 * @param needs columns of the source without which it cannot be measured; of each group one is
 *     enough
 * @param elsewhere a column of another source that is needed too, by source
 */
public record FeatureMeasure(
    Field field,
    Function<AsOf, Column> value,
    boolean counts,
    List<List<Field>> needs,
    Map<Source, Field> elsewhere) {
  public FeatureMeasure {
    needs = List.copyOf(needs);
    elsewhere = Map.copyOf(elsewhere);
  }

  /** Something that is counted or summed up: 0 when nothing happened. */
  public static FeatureMeasure countOf(Field field, Function<AsOf, Column> value, Field... needs) {
    return new FeatureMeasure(
        field, value, true, Arrays.stream(needs).map(List::of).toList(), Map.of());
  }

  /** Something that needs an event: null when there was none. */
  public static FeatureMeasure of(Field field, Function<AsOf, Column> value, Field... needs) {
    return new FeatureMeasure(
        field, value, false, Arrays.stream(needs).map(List::of).toList(), Map.of());
  }

  /** Something that is folded rather than aggregated, 0 when nothing happened. */
  public static FeatureMeasure foldedCount(Field field, Field... needs) {
    return countOf(field, day -> field.col(), needs);
  }

  /** Something that is folded rather than aggregated, and needs an event. */
  public static FeatureMeasure folded(Field field, Field... needs) {
    return of(field, day -> field.col(), needs);
  }

  /** The same, where any one of these columns is enough. */
  public FeatureMeasure withAnyOf(Field... alternatives) {
    return new FeatureMeasure(field, value, counts, List.of(List.of(alternatives)), elsewhere);
  }

  /** The same, where another source must map this column. */
  public FeatureMeasure alsoFrom(Source other, Field column) {
    return new FeatureMeasure(field, value, counts, needs, Map.of(other, column));
  }
}
