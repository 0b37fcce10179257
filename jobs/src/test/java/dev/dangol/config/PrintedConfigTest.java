package dev.dangol.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.problem.BadSetting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintedConfigTest {
  @TempDir Path folder;

  @Test
  void every_setting_is_printed_with_its_origin_in_alphabetical_order() {
    ConfigLayers layers =
        GivenConfig.with(
            GivenConfig.with(
                GivenConfig.file(folder, "dangol {\n segments.seed = 7\n}"),
                Map.of("DANGOL_REPORT_LANGUAGE", "ko")),
            "--as-of=2018-07-01",
            "features.windows=[7, 28]");

    assertThat(lines(layers))
        .isSorted()
        .contains(
            "dangol.as-of = \"2018-07-01\"   # --as-of",
            "dangol.features.windows = [7,28]   # --set features.windows",
            "dangol.report.language = \"ko\"   # environment variable DANGOL_REPORT_LANGUAGE",
            "dangol.segments.seed = 7   # shop.conf, line 2")
        .anyMatch(
            line -> line.matches("dangol\\.value\\.margin = null {3}# reference\\.conf, line \\d+"))
        .allMatch(line -> line.contains(" = ") && line.contains("   # "));
  }

  @Test
  void a_faulty_setting_is_printed_and_an_unreadable_file_is_not() {
    assertThat(lines(GivenConfig.file(folder, "dangol.segmnets.k = 3")))
        .contains("dangol.segmnets.k = 3   # shop.conf, line 1");
    assertThatThrownBy(() -> PrintedConfig.of(GivenConfig.file(folder, "dangol {")))
        .isInstanceOf(BadSetting.class);
  }

  @Test
  void secrets_are_hidden_by_key_origin_and_text() {
    ConfigLayers layers =
        GivenConfig.with(
            GivenConfig.file(
                folder,
                """
                dangol.sources.purchases { format = jdbc, options {
                  dbPassword = s3cret-1
                  api-key = s3cret-2, sas_token = s3cret-3, fs.s3a.secret.key = s3cret-4
                  url = "jdbc:mysql://shop:s3cret-5@host/db"
                  other = "jdbc:sqlserver://host;user=a;password=s3cret-6;encrypt=true"
                  user = ${SHOP_USER}
                  dbtable = "orders_"${SHOP_USER}
                  fetchsize = 100
                  }, path = [a, ${SHOP_USER}] }
                """),
            Map.of("SHOP_USER", "s3cret-7"));

    String printed = String.join("\n", lines(layers));

    assertThat(printed)
        .doesNotContain("s3cret")
        .contains(
            "options.dbPassword = <hidden>   # shop.conf, line 2",
            "options.api-key = <hidden>   # shop.conf, line 3",
            "options.fs.s3a.secret.key = <hidden>   # shop.conf, line 3",
            "options.url = <hidden>   # shop.conf, line 4",
            "options.other = <hidden>   # shop.conf, line 5",
            "options.user = <hidden>   # ${SHOP_USER} in shop.conf, line 6",
            "options.dbtable = <hidden>   # ${SHOP_USER} in shop.conf, line 7",
            "options.fetchsize = 100   # shop.conf, line 8",
            "purchases.path = <hidden>   # shop.conf, line 9");
  }

  @Test
  void a_message_about_a_secret_does_not_tell_it() {
    ConfigLayers layers = GivenConfig.file(folder, "dangol {\n segments.seed = ${SEED}\n}");

    assertThat(GivenConfig.faults(GivenConfig.with(layers, Map.of("SEED", "s3cret"))))
        .containsExactly(
            "${SEED} in shop.conf, line 2: dangol.segments.seed is <hidden>, but must be a whole"
                + " number.");
  }

  @Test
  void settings_that_land_in_a_log_do_not_tell_the_values_of_options() {
    String source = GivenConfig.PURCHASES.replace("csv,", "jdbc, options { password = s3cret },");

    assertThat(SettingsReader.read(GivenConfig.file(folder, source)).toString())
        .contains("jdbc [orders.csv] with options [password]")
        .doesNotContain("s3cret");
  }

  private List<String> lines(ConfigLayers layers) {
    return PrintedConfig.of(layers).replace(folder + "/", "").lines().toList();
  }
}
