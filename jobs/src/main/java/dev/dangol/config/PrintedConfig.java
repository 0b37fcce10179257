package dev.dangol.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.config.hocon.SecretKeys;
import dev.dangol.config.hocon.SettingFaults;
import dev.dangol.config.hocon.SettingKeys;
import dev.dangol.config.hocon.SettingOrigins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints the settings in effect, for a person to read. */
public final class PrintedConfig {
  private PrintedConfig() {}

  /**
   * Prints every setting, one a line and in alphabetical order, as {@code key = value # origin},
   * where the origin is file and line, an option or a variable. Secrets are hidden: values whose
   * key says so, values that come from the environment by {@code ${NAME}}, and addresses that hold
   * a password. Unknown and illegal settings are printed too, so that they can be found.
   *
   * @throws dev.dangol.problem.BadSetting where the layers cannot be read at all
   */
  public static String of(ConfigLayers layers) {
    SettingFaults faults = new SettingFaults();
    ConfigObject values = EffectiveConfig.of(layers, faults);
    faults.throwIfAny();
    Map<String, String> lines = new TreeMap<>();
    collect(values, List.of(), lines);
    StringBuilder printed = new StringBuilder();
    lines.forEach((key, rest) -> printed.append(key).append(" = ").append(rest).append('\n'));
    return printed.toString();
  }

  private static void collect(ConfigObject values, List<String> path, Map<String, String> lines) {
    for (Map.Entry<String, ConfigValue> entry : values.entrySet()) {
      List<String> below = new ArrayList<>(path);
      below.add(entry.getKey());
      if (entry.getValue() instanceof ConfigObject object) {
        collect(object, below, lines);
      } else {
        lines.put(SettingKeys.text(below), line(SettingKeys.text(below), entry.getValue()));
      }
    }
  }

  private static String line(String key, ConfigValue value) {
    String shown =
        SecretKeys.hides(key, value)
            ? SecretKeys.HIDDEN
            : value.render(ConfigRenderOptions.concise());
    return shown + "   # " + SettingOrigins.text(value.origin());
  }
}
