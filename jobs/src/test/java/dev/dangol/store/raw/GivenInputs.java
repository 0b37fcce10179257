package dev.dangol.store.raw;

import dev.dangol.config.InputSettings;
import dev.dangol.config.SourceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files and sources written inline. */
final class GivenInputs {
  private GivenInputs() {}

  static Path file(Path folder, String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  static InputSettings input(String format, Path path) {
    return new InputSettings(format, List.of(path.toString()), Map.of("header", "true"));
  }

  static SourceSettings source(InputSettings input) {
    return new SourceSettings(
        Map.of("raw", input), Optional.empty(), Optional.empty(), Map.of(), "shop.conf: 3");
  }

  static SourceSettings source(Map<String, InputSettings> inputs, String query) {
    return new SourceSettings(
        inputs, Optional.of(query), Optional.empty(), Map.of(), "shop.conf: 3");
  }
}
