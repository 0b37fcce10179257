package dev.dangol.config.hocon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.GivenConfig;
import dev.dangol.config.SettingsReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFingerprintTest {
  @TempDir Path folder;

  @Test
  void it_is_sixteen_hexadecimal_digits() {
    assertThat(hash("")).matches("[0-9a-f]{16}");
  }

  @Test
  void order_layout_and_notation_do_not_matter() {
    String one =
        """
        dangol { value.margin = 0.3, features { windows = [30, 90] }
          sources.purchases { format = csv, path = a, options { header = true, sep = ";" }
            columns { customer_id = c, purchased_at = t, net_amount = a } } }
        """;
    String other =
        """
        # the same
        dangol.sources.purchases {
          columns { net_amount = "a", purchased_at = "t", customer_id = "c" }
          options { sep = ";", header = "true" }
          path = ["a"]
          format = "csv"
        }
        dangol.features.windows = [90, 30]
        dangol.value { margin = 0.30 }
        """;

    assertThat(hash(one)).isEqualTo(hash(other));
  }

  @Test
  void a_default_that_is_written_out_changes_nothing() {
    assertThat(hash("dangol.segments.seed = 42")).isEqualTo(hash(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "as-of = 2018-07-01",
        "warehouse.path = /elsewhere",
        "report { directory = pages, language = ko }",
        "export.expire-after-days = 10"
      })
  void what_changes_no_result_does_not_count(String setting) {
    assertThat(hash("dangol { " + setting + " }")).isEqualTo(hash(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time-zone = Asia/Seoul",
        "currency = KRW",
        "quality.max-rejected-share = 0.5",
        "features.windows = [30, 90]",
        "features.qualities.pay.order_value = 2",
        "value.margin = 0.3",
        "segments.seed = 43",
        "segments.k = 3",
        "scorecard.viable-from = 49",
        "cohorts.loyal.where = x",
        "cohorts.ideal.where = x"
      })
  void what_changes_a_result_counts(String setting) {
    assertThat(hash("dangol { " + setting + " }")).isNotEqualTo(hash(""));
  }

  @Test
  void a_new_password_for_the_same_data_does_not_count() {
    String source =
        GivenConfig.PURCHASES.replace(
            "csv,", "jdbc, options { url = \"jdbc:x://u:%s@h\", password = %s },");

    assertThat(hash(source.formatted("a", "b"))).isEqualTo(hash(source.formatted("c", "d")));
    assertThat(hash(source)).isNotEqualTo(hash(source.replace("@h", "@other")));
  }

  private String hash(String text) {
    return SettingsReader.readWithoutSources(GivenConfig.file(folder, text)).hash();
  }
}
