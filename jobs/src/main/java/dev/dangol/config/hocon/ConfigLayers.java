package dev.dangol.config.hocon;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Layers of configuration, of which a later one overrides an earlier one. They are the jar's {@code
 * reference.conf}, the file, environment variables, and the command line.
 *
 * @param file the configuration file; empty for none
 * @param environment environment variables by name: {@code DANGOL_WAREHOUSE_PATH} sets {@code
 *     warehouse.path}, and {@code ${?NAME}} in the file reads any of them
 * @param sets texts of the form {@code key=value}, with or without the leading {@code dangol.}; of
 *     two for one key the later counts. The options {@code --as-of=DAY} and {@code
 *     --warehouse=FOLDER} may be among them, and messages then call them by that name
 */
public record ConfigLayers(
    Optional<Path> file, Map<String, String> environment, List<String> sets) {
  public ConfigLayers {
    environment = Map.copyOf(environment);
    sets = List.copyOf(sets);
  }
}
