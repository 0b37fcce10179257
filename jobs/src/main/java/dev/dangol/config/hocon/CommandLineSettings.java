package dev.dangol.config.hocon;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings from the command line: {@code --set key=value}, and options that set one key. */
public final class CommandLineSettings {
  static final String OPTION = "--";

  private static final Map<String, String> OPTIONS =
      Map.of("--as-of", "as-of", "--warehouse", "warehouse.path");

  private CommandLineSettings() {}

  public static Config read(List<String> sets, SettingFaults faults) {
    Config read = ConfigFactory.empty();
    for (String set : sets) {
      read = with(read, set, faults);
    }
    return read;
  }

  /**
   * A value as given on a command line or in a variable: HOCON where it starts as a list, a section
   * or a quoted text does, empty where it is null, and otherwise the text itself, so that paths and
   * addresses stay as they are.
   */
  static Optional<ConfigValue> value(String text, String place, SettingFaults faults) {
    String start = text.strip();
    if (start.startsWith("[") || start.startsWith("{") || start.startsWith("\"")) {
      return HoconText.parse("value = " + text, place, faults)
          .map(parsed -> parsed.root().get("value"));
    }
    return Optional.of(ConfigValueFactory.fromAnyRef(start.equals("null") ? null : text, place));
  }

  private static Config with(Config read, String set, SettingFaults faults) {
    int equals = set.indexOf('=');
    String name = equals < 0 ? set.strip() : set.substring(0, equals).strip();
    if (equals < 0 || name.isEmpty()) {
      faults.add("--set", 0, "\"" + name + "\" is not of the form key=value.");
      return read;
    }
    String key = OPTIONS.getOrDefault(name, name);
    String place = OPTIONS.containsKey(name) ? name : "--set " + name;
    try {
      List<String> path = ConfigUtil.splitPath(key);
      String full = path.get(0).equals(ConfigSection.ROOT) ? key : ConfigSection.ROOT + "." + key;
      return value(set.substring(equals + 1), place, faults)
          .map(value -> nested(full, value, place).withFallback(read.withoutPath(full)))
          .orElse(read);
    } catch (ConfigException badPath) {
      faults.add(place, 0, "\"" + name + "\" is not a key; write it as in report.language=ko.");
      return read;
    }
  }

  /** The value under its key, every section on the way to it said to be set at the place. */
  private static Config nested(String key, ConfigValue value, String place) {
    List<String> path = ConfigUtil.splitPath(key);
    ConfigValue nested = value;
    for (int i = path.size() - 1; i >= 0; i--) {
      nested = ConfigValueFactory.fromMap(Collections.singletonMap(path.get(i), nested), place);
    }
    return ((ConfigObject) nested).toConfig();
  }
}
