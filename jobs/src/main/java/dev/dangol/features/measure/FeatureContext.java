package dev.dangol.features.measure;

import dev.dangol.config.FeatureSettings;
import dev.dangol.config.Settings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import java.util.List;
import java.util.function.Predicate;

/**
 * Context of the features of a day: the day, the settings and the mapped columns.
 *
 * @param asOf the day
 * @param settings how customers are measured
 * @param mapped the columns that the business has
 * @param asked true for a feature that is asked for
 */
public record FeatureContext(
    AsOf asOf, Settings settings, MappedColumns mapped, Predicate<Field> asked) {
  /** The context in which all features are asked for. */
  public static FeatureContext of(AsOf asOf, Settings settings) {
    return new FeatureContext(asOf, settings, MappedColumns.of(settings), field -> true);
  }

  /** The same, where only some features are asked for. */
  public FeatureContext asking(Predicate<Field> some) {
    return new FeatureContext(asOf, settings, mapped, some);
  }

  FeatureSettings how() {
    return settings.features();
  }

  public List<Integer> windows() {
    return how().windows();
  }
}
