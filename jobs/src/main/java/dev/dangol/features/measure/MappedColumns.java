package dev.dangol.features.measure;

import dev.dangol.config.Settings;
import dev.dangol.table.Field;
import dev.dangol.table.sources.Source;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Mapped canonical columns by source. A column that is not mapped is not measured, and never taken
 * for zero.
 *
 * @param bySource the mapped columns of each configured source
 */
public record MappedColumns(Map<String, Set<String>> bySource) {
  public MappedColumns {
    bySource = Map.copyOf(bySource);
  }

  public boolean has(Source source) {
    return bySource.containsKey(source.name());
  }

  public boolean has(Source source, Field field) {
    return bySource.getOrDefault(source.name(), Set.of()).contains(field.name());
  }

  public static MappedColumns of(Settings settings) {
    return new MappedColumns(
        settings.sources().entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().columns().keySet())));
  }
}
