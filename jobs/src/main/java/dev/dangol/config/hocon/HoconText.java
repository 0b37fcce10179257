package dev.dangol.config.hocon;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.util.Optional;

/** Parses HOCON texts without reading any file or address that they include. */
public final class HoconText {
  private HoconText() {}

  /**
   * Parses a text; empty after a fault.
   *
   * @param place the file, option or variable that holds the text
   */
  static Optional<Config> parse(String text, String place, SettingFaults faults) {
    RefusedIncludes includes = new RefusedIncludes();
    ConfigParseOptions options =
        ConfigParseOptions.defaults().setOriginDescription(place).setIncluder(includes);
    try {
      Config parsed = ConfigFactory.parseString(text, options);
      includes.refusedNames().forEach(what -> faults.add(place, line(text, what), refusal(what)));
      return Optional.of(parsed);
    } catch (ConfigException fault) {
      add(fault, place, faults);
    } catch (StackOverflowError tooDeep) { // the library descends as deep as the text does
      faults.add(place, 0, "The text is nested too deeply to be read.");
    }
    return Optional.empty();
  }

  /** Adds the library's message, without the place that it starts with. */
  public static void add(ConfigException fault, String place, SettingFaults faults) {
    String message = String.valueOf(fault.getMessage());
    if (fault.origin() == null) {
      faults.add(place, 0, "The text cannot be read: " + message);
      return;
    }
    String prefix = fault.origin().description() + ": ";
    String rest = message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    faults.add(fault.origin(), rest.endsWith(".") ? rest : rest + ".");
  }

  private static String refusal(String what) {
    return "include of "
        + SecretKeys.mask(what)
        + " is refused: a configuration is one file, and nothing else is read.";
  }

  private static int line(String text, String what) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].strip().startsWith("include") && lines[i].contains(what)) {
        return i + 1;
      }
    }
    return 0;
  }
}
