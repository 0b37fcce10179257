package dev.dangol.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigResolveOptions;
import dev.dangol.config.hocon.CommandLineSettings;
import dev.dangol.config.hocon.ConfigFile;
import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.config.hocon.EnvironmentSettings;
import dev.dangol.config.hocon.EnvironmentSubstitutions;
import dev.dangol.config.hocon.HoconText;
import dev.dangol.config.hocon.SettingFaults;
import dev.dangol.problem.BadSetting;
import java.util.Map;

/** Merges the configuration layers into the settings in effect, before they are validated. */
final class EffectiveConfig {
  private EffectiveConfig() {}

  /**
   * Merges the layers. Faults that leave something to check are added; where nothing can be read at
   * all, they are thrown.
   */
  static ConfigObject of(ConfigLayers layers, SettingFaults faults) throws BadSetting {
    Config above = CommandLineSettings.read(layers.sets(), faults);
    Config below =
        layers
            .file()
            .map(file -> ConfigFile.read(file, faults).orElseGet(() -> stop(faults)))
            .orElse(ConfigFactory.empty())
            .withFallback(ConfigFile.reference());
    ConfigObject named = resolve(above.withFallback(below), layers.environment(), faults);
    if (!EnvironmentSettings.isGiven(layers.environment())) {
      return named;
    }
    Config between =
        EnvironmentSettings.read(layers.environment(), SettingsReader.keys(named), faults);
    return resolve(above.withFallback(between).withFallback(below), layers.environment(), faults);
  }

  private static ConfigObject resolve(
      Config merged, Map<String, String> environment, SettingFaults faults) {
    ConfigResolveOptions options =
        ConfigResolveOptions.noSystem()
            .appendResolver(EnvironmentSubstitutions.resolver(environment));
    try {
      return EnvironmentSubstitutions.substitute(merged.resolve(options).root(), merged.root());
    } catch (ConfigException unresolved) {
      HoconText.add(unresolved, "The configuration", faults);
      return stop(faults).root();
    }
  }

  private static Config stop(SettingFaults faults) {
    faults.throwIfAny();
    throw new IllegalStateException("Stopped without a fault.");
  }
}
