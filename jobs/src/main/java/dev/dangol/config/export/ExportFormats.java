package dev.dangol.config.export;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.ReadContext;
import dev.dangol.config.hocon.SettingFaults;
import java.util.LinkedHashMap;
import java.util.Map;

/** Formats of exported files, by the names that the setting {@code format} takes. */
public final class ExportFormats {
  private static final Map<String, ExportFormat> ALL = read();

  private ExportFormats() {}

  /** Every format by its name. */
  public static Map<String, ExportFormat> all() {
    return ALL;
  }

  private static Map<String, ExportFormat> read() {
    ConfigObject file =
        ConfigFactory.parseResources(
                ExportFormats.class,
                "formats.conf",
                ConfigParseOptions.defaults().setAllowMissing(false))
            .root();
    SettingFaults faults = new SettingFaults();
    ReadContext reading = new ReadContext(faults);
    ConfigSection formats = reading.whole(file);
    Map<String, ExportFormat> read = new LinkedHashMap<>();
    for (String name : formats.names()) {
      read.put(name, ExportFormat.read(name, formats.section(name)));
    }
    reading.refuseUnknownKeys();
    faults.throwIfAny();
    return Map.copyOf(read);
  }
}
