package dev.dangol.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Input settings of one raw table.
 *
 * @param format a Spark reader's name: csv json parquet delta jdbc orc avro…
 * @param paths files, folders or globs; empty where the format needs none
 * @param options the reader's options
 */
public record InputSettings(String format, List<String> paths, Map<String, String> options) {
  private static final Set<String> ENCODING = Set.of("encoding", "charset");

  public InputSettings {
    paths = List.copyOf(paths);
    options = Map.copyOf(options);
  }

  /** The options as readers take them: encodings under the names that Java has for them. */
  public Map<String, String> readerOptions() {
    Map<String, String> named = new HashMap<>(options);
    named.replaceAll(
        (name, value) ->
            ENCODING.contains(name.toLowerCase(Locale.ROOT)) ? EncodingNames.java(value) : value);
    return named;
  }

  /** An option by its name; readers ignore the case of names. */
  public Optional<String> option(String name) {
    return options.entrySet().stream()
        .filter(option -> option.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** True where an option is switched on. */
  public boolean has(String name) {
    return option(name).filter("true"::equalsIgnoreCase).isPresent();
  }

  /** Lists which options are set and not their values, since some of them are secrets. */
  @Override
  public String toString() {
    return format + " " + paths + " with options " + new TreeSet<>(options.keySet());
  }
}
