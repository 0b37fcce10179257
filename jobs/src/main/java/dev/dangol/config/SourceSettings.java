package dev.dangol.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One source: what to read and how its raw columns become canonical ones.
 *
 * @param inputs what to read, by the name that {@code query} knows it by; one input named {@code
 *     raw} where the source is a single table
 * @param query SQL over the inputs; empty where the single input is taken as it is
 * @param where SQL predicate over the raw columns; empty to take every row
 * @param columns SQL expression over the raw columns by canonical column
 * @param options what it says about itself beyond its columns
 * @param origin where the source is configured, as file and line, for messages
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

  /** A source that says nothing beyond its columns. */
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
