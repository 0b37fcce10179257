package dev.dangol.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigResolveOptions;
import dev.dangol.problem.BadSetting;
import java.util.Map;

/** The layers laid over one another: what really holds, before it is checked. */
final class Effective {
  private Effective() {}

  /**
   * Lays the layers over one another. Faults that leave something to check are added; where nothing
   * can be read at all, they are thrown.
   */
  static ConfigObject of(Layers layers, Faults faults) throws BadSetting {
    Config above = CommandLine.read(layers.sets(), faults);
    Config below =
        layers
            .file()
            .map(file -> ConfigFile.read(file, faults).orElseGet(() -> stop(faults)))
            .orElse(ConfigFactory.empty())
            .withFallback(ConfigFile.reference());
    ConfigObject named = resolved(above.withFallback(below), layers.environment(), faults);
    Config between = Environment.read(layers.environment(), SettingsReader.keys(named), faults);
    return resolved(above.withFallback(between).withFallback(below), layers.environment(), faults);
  }

  private static ConfigObject resolved(
      Config merged, Map<String, String> environment, Faults faults) {
    ConfigResolveOptions options =
        ConfigResolveOptions.noSystem().appendResolver(Substitutions.resolver(environment));
    try {
      return Substitutions.placed(merged.resolve(options).root(), merged.root());
    } catch (ConfigException unresolved) {
      Hocon.add(unresolved, "The configuration", faults);
      return stop(faults).root();
    }
  }

  private static Config stop(Faults faults) {
    faults.throwIfAny();
    throw new IllegalStateException("Stopped without a fault.");
  }
}
