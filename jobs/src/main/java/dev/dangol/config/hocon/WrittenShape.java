package dev.dangol.config.hocon;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Shape in which a section is written: the order of its keys, and the keys that are sections. */
public final class WrittenShape {
  private WrittenShape() {}

  /** True where the key holds a section in braces. */
  public static boolean isSection(ConfigSection section, String key) {
    return section.values.get(key) instanceof ConfigObject;
  }

  /** The keys that are set, in the order of their lines; on one line as the parser keeps them. */
  public static List<String> keys(ConfigSection section) {
    section.names();
    return section.values.entrySet().stream()
        .filter(entry -> entry.getValue().valueType() != ConfigValueType.NULL)
        .sorted(Comparator.comparingInt(WrittenShape::line))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** File and line of a key that is set. */
  public static String place(ConfigSection section, String key) {
    return SettingOrigins.text(section.values.get(key).origin());
  }

  private static int line(Map.Entry<String, ConfigValue> entry) {
    return entry.getValue().origin().lineNumber();
  }
}
