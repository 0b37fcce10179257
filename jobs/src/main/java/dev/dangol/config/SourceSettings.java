package dev.dangol.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Source settings: the inputs to read, and the expressions of its canonical columns.
 *
 * @param inputs the raw tables, by their names in {@code query}; one input named {@code raw} where
 *     the source is a single table
 * @param query SQL over the inputs; empty where the single input is taken as it is
 * @param where SQL predicate over the raw columns; empty to take every row
 * @param columns SQL expression over the raw columns by canonical column
 * @param options its optional settings beyond its columns
 * @param origin the file and line where the source is configured, for messages
 * @param hash a fingerprint of all of it
 */
public record SourceSettings(
    Map<String, InputSettings> inputs,
    Optional<String> query,
    Optional<String> where,
    Map<String, String> columns,
    SourceOptions options,
    String origin,
    String hash) {

  public SourceSettings {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** A source without optional settings. */
  public SourceSettings(
      Map<String, InputSettings> inputs,
      Optional<String> query,
      Optional<String> where,
      Map<String, String> columns,
      String origin) {
    this(inputs, query, where, columns, SourceOptions.NONE, origin, "");
  }

  public boolean maps(String column) {
    return columns.containsKey(column);
  }
}
