package dev.dangol.job.cohorts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.config.hocon.ConfigLayers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdealCohortSourcesTest {
  /** The sources of the demonstration that the ideal cohort depends on. */
  private static Set<String> needed(String where, String... sets) {
    List<String> all = new ArrayList<>(List.of(sets));
    all.add("cohorts.ideal.where=" + where);
    Settings settings =
        SettingsReader.read(
            new ConfigLayers(Optional.of(Path.of("conf/demo.conf")), Map.of(), all));
    assertThat(settings.sources()).hasSizeGreaterThan(8);
    return IdealCohortSources.of(settings).sources().keySet();
  }

  @Test
  void the_five_qualities_need_what_they_are_made_of() {
    assertThat(needed("fit_level = 'perfect'"))
        .containsExactlyInAnyOrder("purchases", "reviews", "engagement", "referrals", "surveys");
  }

  @Test
  void what_the_predicate_names_counts_too_and_what_is_made_of_much_needs_all() {
    assertThat(needed("cases_lifetime = 0")).contains("support").doesNotContain("messages");
    assertThat(needed("STRIKES_LIFETIME > 0"))
        .contains("support", "surveys", "messages", "loyalty");
    assertThat(needed("journey_days_purchase < 9")).contains("support", "messages", "costs");
    assertThat(needed("segment_name = 'x'")).contains("support", "surveys", "messages");
  }
}
