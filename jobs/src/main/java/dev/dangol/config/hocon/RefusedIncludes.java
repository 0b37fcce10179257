package dev.dangol.config.hocon;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import java.io.File;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses every kind of include and records what was to be included. A configuration that could
 * include would read any file or address that the process can reach.
 */
final class RefusedIncludes
    implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {
  private final List<String> refused = new ArrayList<>();

  /** The names that the text tried to include, in their order. */
  List<String> refusedNames() {
    return List.copyOf(refused);
  }

  @Override
  public ConfigIncluder withFallback(ConfigIncluder fallback) {
    return this;
  }

  @Override
  public ConfigObject include(ConfigIncludeContext context, String what) {
    return refuse(what);
  }

  @Override
  public ConfigObject includeFile(ConfigIncludeContext context, File what) {
    return refuse(what.getPath());
  }

  @Override
  public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
    return refuse(what.toString());
  }

  @Override
  public ConfigObject includeResources(ConfigIncludeContext context, String what) {
    return refuse(what);
  }

  private ConfigObject refuse(String what) {
    refused.add(what);
    return ConfigFactory.empty().root();
  }
}
