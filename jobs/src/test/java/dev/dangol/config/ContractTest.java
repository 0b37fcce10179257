package dev.dangol.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.hocon.ConfigLayers;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A configuration that uses every section, written as the documentation writes it. */
class ContractTest {
  @Test
  void a_configuration_with_every_section_loads() throws URISyntaxException {
    Path file = Path.of(ContractTest.class.getResource("every-section.conf").toURI());

    Settings settings =
        SettingsReader.read(new ConfigLayers(Optional.of(file), Map.of(), List.of()));

    assertThat(settings.sources().keySet())
        .containsExactly(
            "purchases",
            "reviews",
            "engagement",
            "referrals",
            "customers",
            "messages",
            "support",
            "surveys",
            "loyalty",
            "costs");
    assertThat(settings.cohorts()).containsOnlyKeys("market", "target", "ideal", "advocates");
    assertThat(settings.sources().get("reviews").inputs()).containsOnlyKeys("orders", "scores");
  }
}
