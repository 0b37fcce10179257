package dev.dangol.job.voices;

import dev.dangol.config.Settings;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.AcquisitionSourceColumns;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reasons why {@code acquisition_sources}, or a column of it, cannot be measured. */
final class UnmeasuredAcquisition {
  private static final String TABLE = AcquisitionSourceColumns.TABLE.name();
  private static final List<Field> OF_COSTS =
      List.of(
          AcquisitionSourceColumns.COST_AMOUNT,
          AcquisitionSourceColumns.COST_PER_CUSTOMER,
          AcquisitionSourceColumns.RETURN_ON_COST);

  private UnmeasuredAcquisition() {}

  /** The reason by table, or by table.column. */
  static Map<String, String> reasons(Settings settings) {
    Map<String, String> reasons = new TreeMap<>();
    if (!isNamed(settings, Sources.CUSTOMERS)) {
      reasons.put(TABLE, missing(settings, Sources.CUSTOMERS));
      return reasons;
    }
    if (!isNamed(settings, Sources.COSTS)) {
      OF_COSTS.forEach(field -> reasons.put(key(field), missing(settings, Sources.COSTS)));
    }
    if (!settings.has(Sources.REFERRALS.name())) {
      reasons.put(
          key(AcquisitionSourceColumns.WORD_OF_MOUTH), "The source referrals is not configured.");
    }
    if (settings.value().margin().isEmpty()
        && !maps(settings, Sources.PURCHASES, SharedColumns.COST_AMOUNT)) {
      reasons.put(
          key(AcquisitionSourceColumns.MARGIN),
          "The margin is not known: set value.margin, or map cost_amount of the source purchases.");
    }
    return reasons;
  }

  /** True where the source names what brought the customers. */
  static boolean isNamed(Settings settings, Source source) {
    return maps(settings, source, CustomerSource.ACQUIRED_BY);
  }

  private static boolean maps(Settings settings, Source source, Field field) {
    return settings.has(source.name())
        && settings.sources().get(source.name()).columns().containsKey(field.name());
  }

  private static String missing(Settings settings, Source source) {
    return settings.has(source.name())
        ? "The source " + source.name() + " does not map acquired_by."
        : "The source " + source.name() + " is not configured.";
  }

  private static String key(Field field) {
    return TABLE + "." + field.name();
  }
}
