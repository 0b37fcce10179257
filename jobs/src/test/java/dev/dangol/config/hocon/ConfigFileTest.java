package dev.dangol.config.hocon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.GivenConfig;
import dev.dangol.config.SettingsReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
  @TempDir Path folder;

  @Test
  void a_missing_file_is_a_fault_and_not_an_empty_configuration() {
    assertThat(GivenConfig.faults(file("none.conf")))
        .containsExactly(
            "none.conf: The configuration file does not exist; check the path given by --config.");
  }

  @Test
  void a_folder_is_no_configuration() throws IOException {
    Files.createDirectory(folder.resolve("conf"));

    assertThat(GivenConfig.faults(file("conf")))
        .containsExactly(
            "conf: The configuration file is not a file; name the configuration file itself.");
  }

  @Test
  void a_file_above_one_megabyte_is_not_read() {
    ConfigLayers layers = GivenConfig.file(folder, "#".repeat((1 << 20) + 1));

    assertThat(GivenConfig.faults(layers))
        .containsExactly(
            "shop.conf: The configuration file is larger than 1 MB; it is hardly a configuration.");
  }

  @Test
  void text_that_is_not_utf_8_is_a_fault() throws IOException {
    Files.writeString(
        folder.resolve("cp949.conf"), "dangol.report.directory = 단골", Charset.forName("MS949"));

    assertThat(GivenConfig.faults(file("cp949.conf")))
        .containsExactly("cp949.conf: The configuration file is not UTF-8 text; save it as UTF-8.");
  }

  @Test
  void a_byte_order_mark_and_hangul_are_read() {
    ConfigLayers layers = GivenConfig.file(folder, "\uFEFFdangol.report.directory = \"단골 보고서\"");

    assertThat(SettingsReader.readWithoutSources(layers).report().directory()).isEqualTo("단골 보고서");
  }

  @Test
  void text_that_is_not_hocon_is_reported_with_its_line() {
    assertThat(
            GivenConfig.faults(
                GivenConfig.file(folder, "dangol {\n features.windows = [1,\n a = 2\n}")))
        .singleElement()
        .asString()
        .startsWith("shop.conf, line 3: List should have ended with ]");
  }

  @Test
  void text_that_is_nested_without_end_is_a_fault() {
    assertThat(GivenConfig.faults(GivenConfig.file(folder, "a = " + "[".repeat(500_000))))
        .containsExactly("shop.conf: The text is nested too deeply to be read.");
  }

  @Test
  void a_substitution_that_must_have_a_value_and_has_none_is_a_fault() {
    assertThat(GivenConfig.faults(GivenConfig.file(folder, "dangol.currency = ${MONEY}")))
        .containsExactly("shop.conf, line 1: Could not resolve substitution to a value: ${MONEY}.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "include \"WHAT\"",
        "include file(\"WHAT\")",
        "include url(\"file:WHAT\")",
        "include classpath(\"WHAT\")",
        "include required(file(\"WHAT\"))"
      })
  void an_include_of_any_kind_is_refused_and_nothing_is_read(String include) throws IOException {
    Path other = Files.writeString(folder.resolve("other.conf"), "dangol.currency = EUR");
    ConfigLayers layers =
        GivenConfig.file(folder, "dangol {}\n" + include.replace("WHAT", other.toString()) + "\n");

    assertThat(GivenConfig.faults(layers))
        .singleElement()
        .asString()
        .startsWith("shop.conf, line 2: include of ")
        .endsWith("other.conf is refused: a configuration is one file, and nothing else is read.");
  }

  @Test
  void an_include_on_the_command_line_is_refused_too() {
    assertThat(GivenConfig.faults(GivenConfig.sets("warehouse={ include file(\"/etc/passwd\") }")))
        .singleElement()
        .asString()
        .startsWith("--set warehouse: include of /etc/passwd is refused");
  }

  private ConfigLayers file(String name) {
    return new ConfigLayers(Optional.of(folder.resolve(name)), Map.of(), List.of());
  }
}
