package dev.dangol.experience;

import dev.dangol.config.Settings;
import dev.dangol.table.Field;
import dev.dangol.table.sources.Source;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sources that are configured, and the columns that they map.
 *
 * @param names sources, and columns as source.column
 */
public record KnownColumns(Set<String> names) implements Serializable {
  public KnownColumns {
    names = Set.copyOf(names);
  }

  /** Those of the settings. */
  static KnownColumns of(Settings settings) {
    Set<String> names = new TreeSet<>();
    settings
        .sources()
        .forEach(
            (source, how) -> {
              names.add(source);
              how.columns().keySet().forEach(column -> names.add(source + "." + column));
            });
    return new KnownColumns(names);
  }

  /** True where the source is configured with all of these columns. */
  boolean has(Source source, Field... columns) {
    return missing(source, columns).isEmpty();
  }

  /** The reason in a sentence; empty where the source is configured with all of these columns. */
  Optional<String> missing(Source source, Field... columns) {
    String name = source.name();
    if (!names.contains(name)) {
      return Optional.of("The source " + name + " is not configured.");
    }
    for (Field column : columns) {
      if (!names.contains(name + "." + column.name())) {
        return Optional.of("The source " + name + " does not map " + column.name() + ".");
      }
    }
    return Optional.empty();
  }
}
