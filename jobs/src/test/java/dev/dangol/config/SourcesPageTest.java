package dev.dangol.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.hocon.ConfigLayers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the examples in docs/sources.md can be copied. */
class SourcesPageTest {
  private static final Pattern EXAMPLE = Pattern.compile("```hocon\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void every_example_is_a_legal_configuration() throws IOException {
    List<String> examples =
        EXAMPLE
            .matcher(Files.readString(Path.of("docs/sources.md")))
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();

    assertThat(examples).hasSizeGreaterThan(8);
    for (String example : examples) {
      ConfigLayers layers =
          GivenConfig.with(
              GivenConfig.file(folder, "dangol.sources {\n" + example + "\n}\n"),
              Map.of("SHOP_DB_PASSWORD", "x", "SHOP_DB_URL", "jdbc:postgresql://db/shop"));
      assertThat(SettingsReader.read(layers).sources()).as(example).containsKey("purchases");
    }
  }
}
