package dev.dangol.config.hocon;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Configuration file of a user, and {@code reference.conf} with the defaults. */
public final class ConfigFile {
  private static final long LARGEST_BYTES = 1 << 20;

  private ConfigFile() {}

  /** The file's settings, before substitutions; empty after a fault. */
  public static Optional<Config> read(Path file, SettingFaults faults) {
    return text(file, faults).flatMap(text -> HoconText.parse(text, file.toString(), faults));
  }

  /** Every setting with its default. */
  public static Config reference() {
    return ConfigFactory.parseResources(
            ConfigFile.class.getClassLoader(),
            "reference.conf",
            ConfigParseOptions.defaults().setAllowMissing(false).setIncluder(new RefusedIncludes()))
        .withOnlyPath(ConfigSection.ROOT);
  }

  private static Optional<String> text(Path file, SettingFaults faults) {
    try {
      if (!Files.exists(file)) {
        return unreadable(file, "does not exist; check the path given by --config", faults);
      }
      if (!Files.isRegularFile(file)) {
        return unreadable(file, "is not a file; name the configuration file itself", faults);
      }
      if (Files.size(file) > LARGEST_BYTES) {
        return unreadable(file, "is larger than 1 MB; it is hardly a configuration", faults);
      }
      return Optional.of(Files.readString(file));
    } catch (CharacterCodingException wrongBytes) {
      return unreadable(file, "is not UTF-8 text; save it as UTF-8", faults);
    } catch (IOException refused) {
      return unreadable(file, "cannot be read; check its permissions", faults);
    }
  }

  private static Optional<String> unreadable(Path file, String why, SettingFaults faults) {
    faults.add(file.toString(), 0, "The configuration file " + why + ".");
    return Optional.empty();
  }
}
