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
  private static final String BARE =
      "scorecard.criteria=[{ name = x, feature = frequency, weight = 1, viable-from = 1,"
          + " perfect-from = 2 }]";
  private static final String DEAR =
      "scorecard.profiles.dear={ where = \"true\", viable-from = 50, perfect-from = 75, criteria ="
          + " [{ name = x, feature = cases_lifetime, weight = 1, viable-from = 2, perfect-from = 1"
          + " }] }";

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
        .containsExactlyInAnyOrder(
            "purchases", "reviews", "engagement", "referrals", "support", "surveys");
  }

  @Test
  void what_the_predicate_names_counts_too_and_what_is_made_of_much_needs_all() {
    assertThat(needed("cases_lifetime = 0")).contains("support").doesNotContain("messages");
    assertThat(needed("STRIKES_LIFETIME > 0"))
        .contains("support", "surveys", "messages", "loyalty");
    assertThat(needed("journey_days_purchase < 9")).contains("support", "messages", "costs");
    assertThat(needed("segment_name = 'x'")).contains("support", "surveys", "messages");
  }

  @Test
  void effort_referrals_and_profiles_need_what_they_are_made_of() {
    assertThat(needed("return_on_effort > 2"))
        .contains("messages", "support", "loyalty", "costs", "customers");
    assertThat(needed("network_customers > 2", BARE))
        .containsExactlyInAnyOrder("purchases", "referrals");
    assertThat(needed("region = '제주'", BARE)).containsExactlyInAnyOrder("purchases", "customers");
    assertThat(needed("fit_level_dear = 'perfect'", BARE, DEAR))
        .containsExactlyInAnyOrder("purchases", "support");
    assertThat(needed("frequency > 1", BARE, DEAR)).containsExactly("purchases");
  }

  @Test
  void a_word_inside_a_text_names_nothing() {
    assertThat(needed("favourite_product_line = 'cases_lifetime'", BARE)).doesNotContain("support");
  }
}
