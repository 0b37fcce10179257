package dev.dangol.features.measure;

import dev.dangol.config.FeatureSettings;
import dev.dangol.config.Settings;
import dev.dangol.table.AsOf;
import java.util.List;

/**
 * Context of the features of a day: the day, the settings and the mapped columns.
 *
 * @param asOf the day
 * @param settings how customers are measured
 * @param mapped the columns that the business has
 */
public record FeatureContext(AsOf asOf, Settings settings, MappedColumns mapped) {
  public static FeatureContext of(AsOf asOf, Settings settings) {
    return new FeatureContext(asOf, settings, MappedColumns.of(settings));
  }

  FeatureSettings how() {
    return settings.features();
  }

  public List<Integer> windows() {
    return how().windows();
  }
}
