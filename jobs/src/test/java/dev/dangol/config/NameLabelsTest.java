package dev.dangol.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.report.page.PageLabels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameLabelsTest {
  @TempDir Path folder;

  @Test
  void labels_are_read_where_something_is_named() {
    Settings labelled =
        SettingsReader.readWithoutSources(
            GivenConfig.file(
                folder,
                """
                dangol.cohorts.vip { where = "true", label { en = "Best", ko = "최우수" } }
                dangol.cohorts.odd { where = "true", label { ko = "별난 고객" } }
                """));

    assertThat(labelled.report().labels())
        .containsEntry("cohort.vip", Map.of("en", "Best", "ko", "최우수"))
        .containsEntry("cohort.odd", Map.of("ko", "별난 고객"))
        .containsEntry("criterion.pays", Map.of());
    assertThat(PageLabels.warnings(List.of("other"), labelled.report().labels()))
        .containsExactly(
            "other", "No label in en, so the report shows the name itself: cohort.odd.");
  }
}
