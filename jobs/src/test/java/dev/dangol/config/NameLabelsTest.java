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
  void whatever_the_page_calls_by_its_name_can_have_a_label_also_where_it_is_a_list() {
    Settings labelled =
        SettingsReader.readWithoutSources(
            GivenConfig.file(
                folder,
                """
                dangol.journey {
                  order   = [seen, trial, decision]
                  stages  {
                    discovery = null, problem_recognition = null, consideration = null
                    evaluation = null, seen = [view]
                    trial { events = [download], label { en = "Trial", ko = "체험" } }
                  }
                  goals   { tea { where = "category = 'tea'", label { en = "Tea", ko = "차" } } }
                  classes {
                    fast { categories = [snack, drink], label { en = "Fast", ko = "바로 사는 것" } }
                    slow = [furniture]
                  }
                }
                dangol.rivals.big { from = 2025-01-01, to = 2025-01-09, label { en = "Big" } }
                dangol.voices.themes.smell { words = [smell, 냄새], label { ko = "향" } }
                dangol.benchmarks.own { value = 0.5, source = "us", label { en = "Own" } }
                dangol.export.targets.ads {
                  format = csv, cohorts = [ideal], consent = ads, label { en = "Ads", ko = "광고" }
                }
                """));

    assertThat(labelled.report().labels())
        .containsEntry("stage.trial", Map.of("en", "Trial", "ko", "체험"))
        .containsEntry("stage.seen", Map.of())
        .containsEntry("goal.tea", Map.of("en", "Tea", "ko", "차"))
        .containsEntry("product_class.fast", Map.of("en", "Fast", "ko", "바로 사는 것"))
        .containsEntry("product_class.slow", Map.of())
        .containsEntry("target.ads", Map.of("en", "Ads", "ko", "광고"));
    assertThat(labelled.journey().classes())
        .extracting(ProductClass::categories)
        .containsExactlyInAnyOrder(List.of("snack", "drink"), List.of("furniture"));
    assertThat(labelled.voices().themes()).containsEntry("smell", List.of("smell", "냄새"));
    assertThat(PageLabels.warnings(List.of(), labelled.report().labels()))
        .containsExactly(
            "No label in en, so the report shows the name itself: product_class.slow, stage.seen,"
                + " theme.smell.",
            "No label in ko, so the report shows the name itself: figure.own, product_class.slow,"
                + " rival.big, stage.seen.");
  }

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
