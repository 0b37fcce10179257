package dev.dangol.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rivals as they are written. */
class RivalSettingsTest {
  private static final LocalDate FROM = LocalDate.of(2025, 9, 16);
  private static final LocalDate TO = LocalDate.of(2025, 9, 30);

  @Test
  void a_rival_without_categories_offers_everything(@TempDir Path folder) {
    Settings settings =
        SettingsReader.readWithoutSources(
            GivenConfig.file(
                folder,
                """
                dangol.rivals {
                  all { from = 2025-09-16, to = 2025-09-30 }
                  none { from = 2025-09-16, to = 2025-09-30, categories = [] }
                  tea { from = 2025-09-16, to = 2025-09-30, categories = [tea] }
                }
                """));
    assertThat(settings.features().rivals())
        .containsExactlyInAnyOrder(
            new RivalSettings("all", FROM, TO, List.of()),
            new RivalSettings("none", FROM, TO, List.of()),
            new RivalSettings("tea", FROM, TO, List.of("tea")));
  }
}
