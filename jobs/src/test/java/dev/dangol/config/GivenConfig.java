package dev.dangol.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.problem.BadSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Configurations written inline. */
public final class GivenConfig {
  /** The least that jobs need: its lines are lines 1 to 3 of a file. */
  public static final String PURCHASES =
      """
      dangol.sources.purchases { format = csv, path = "orders.csv", columns {
        customer_id = "c", purchased_at = "t", net_amount = "a" }
      }
      """;

  private GivenConfig() {}

  /** A file shop.conf with this text, and nothing else. */
  public static ConfigLayers file(Path folder, String text) {
    Path file = folder.resolve("shop.conf");
    try {
      Files.writeString(file, text);
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
    return new ConfigLayers(Optional.of(file), Map.of(), List.of());
  }

  public static ConfigLayers with(ConfigLayers layers, Map<String, String> environment) {
    return new ConfigLayers(layers.file(), environment, layers.sets());
  }

  public static ConfigLayers with(ConfigLayers layers, String... sets) {
    return new ConfigLayers(layers.file(), layers.environment(), List.of(sets));
  }

  public static ConfigLayers sets(String... sets) {
    return new ConfigLayers(Optional.empty(), Map.of(), List.of(sets));
  }

  /** The lines of the message about faulty layers, the folder of the file left out. */
  public static List<String> faults(ConfigLayers layers) {
    BadSetting problem =
        catchThrowableOfType(BadSetting.class, () -> SettingsReader.readWithoutSources(layers));
    if (problem == null) {
      return List.of();
    }
    String folder = layers.file().map(file -> file.getParent() + "/").orElse("\0");
    return problem.getMessage().lines().map(line -> line.replace(folder, "").strip()).toList();
  }
}
