package dev.dangol.job.voices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.GivenConfig;
import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnmeasuredAcquisitionTest {
  private static final String CUSTOMERS =
      "dangol.sources.customers { format = csv, path = c, columns {"
          + " customer_id = c, acquired_by = a } }\n";
  private static final String COSTS =
      "dangol.sources.costs { format = csv, path = k, columns {"
          + " spent_at = t, amount = a, acquired_by = b } }\n";

  @TempDir private Path folder;

  @Test
  void without_what_brought_customers_the_table_is_not_measured() {
    assertThat(UnmeasuredAcquisition.reasons(settings("")))
        .containsOnlyKeys("acquisition_sources")
        .containsValue("The source customers is not configured.");
  }

  @Test
  void each_column_that_stays_empty_is_named() {
    assertThat(UnmeasuredAcquisition.reasons(settings(CUSTOMERS)))
        .containsOnlyKeys(
            "acquisition_sources.cost_amount",
            "acquisition_sources.cost_per_customer",
            "acquisition_sources.margin",
            "acquisition_sources.return_on_cost",
            "acquisition_sources.word_of_mouth")
        .containsEntry("acquisition_sources.return_on_cost", "The source costs is not configured.");
    assertThat(
            UnmeasuredAcquisition.reasons(
                settings(CUSTOMERS + COSTS + "dangol.value.margin = 0.3")))
        .containsOnlyKeys("acquisition_sources.word_of_mouth");
  }

  private Settings settings(String text) {
    return SettingsReader.read(GivenConfig.file(folder, GivenConfig.PURCHASES + text));
  }
}
