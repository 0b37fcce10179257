package dev.dangol.config.hocon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.dangol.config.GivenConfig;
import dev.dangol.config.InputSettings;
import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.config.SourceSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLayersTest {
  private static final Map<String, String> VARIABLE = Map.of("DANGOL_CURRENCY", "EUR");

  @TempDir Path folder;

  @Test
  void the_command_line_stands_over_the_environment_over_the_file_over_the_defaults() {
    ConfigLayers file = GivenConfig.file(folder, "dangol.currency = KRW");
    ConfigLayers environment = GivenConfig.with(file, VARIABLE);
    ConfigLayers commandLine = GivenConfig.with(environment, "currency=JPY");

    assertThat(read(GivenConfig.sets()).currency()).isEqualTo("USD");
    assertThat(read(file).currency()).isEqualTo("KRW");
    assertThat(read(environment).currency()).isEqualTo("EUR");
    assertThat(read(commandLine).currency()).isEqualTo("JPY");
  }

  @Test
  void what_a_file_leaves_out_keeps_its_default() {
    Settings settings = read(GivenConfig.file(folder, "dangol { segments { seed = 7 } }"));

    assertThat(settings.segments().seed()).isEqualTo(7);
    assertThat(settings.segments().kTo()).isEqualTo(10);
  }

  @Test
  void null_takes_a_setting_away() {
    ConfigLayers layers =
        GivenConfig.file(folder, "dangol { value.margin = 0.3, value.margin = null }");

    assertThat(read(layers).value().margin()).isEmpty();
    assertThat(read(GivenConfig.file(folder, "dangol.cohorts.ideal = null")).cohorts())
        .containsOnlyKeys("market", "target");
    ConfigLayers file = GivenConfig.file(folder, "dangol.value.margin = 0.3");
    assertThat(read(GivenConfig.with(file, "value.margin=null")).value().margin()).isEmpty();
  }

  @Test
  void variables_reach_keys_with_dashes_and_keys_of_configured_names() {
    ConfigLayers file =
        GivenConfig.with(
            GivenConfig.file(
                folder, GivenConfig.PURCHASES + "dangol.cohorts.loyal.where = \"true\""),
            Map.of(
                "DANGOL_TIME_ZONE", "Asia/Seoul",
                "DANGOL_AS_OF", "2018-07-01",
                "DANGOL_QUALITY_MAX_REJECTED_SHARE", "0.2",
                "DANGOL_FEATURES_WINDOWS", "[7, 28]",
                "DANGOL_COHORTS_LOYAL_WHERE", "frequency > 3",
                "DANGOL_SOURCES_PURCHASES_PATH", "s3a://shop/orders/*.csv",
                "DANGOL_SOURCES_PURCHASES_WHERE", "status = 'paid'",
                "DANGOL_VALUE_MARGIN", "0.25"));

    Settings settings = read(file);

    assertThat(settings.timeZone()).isEqualTo(ZoneId.of("Asia/Seoul"));
    assertThat(settings.asOf()).contains(LocalDate.of(2018, 7, 1));
    assertThat(settings.quality().maxRejectedShare()).isEqualTo(0.2);
    assertThat(settings.features().windows()).containsExactly(7, 28);
    assertThat(settings.cohorts()).contains(entry("loyal", "frequency > 3"));
    SourceSettings purchases = settings.sources().get("purchases");
    assertThat(purchases.inputs().get("raw").paths()).containsExactly("s3a://shop/orders/*.csv");
    assertThat(purchases.where()).contains("status = 'paid'");
    assertThat(settings.value().margin()).hasValue(0.25);
  }

  @Test
  void variables_that_name_no_key_and_empty_ones_are_ignored() {
    Map<String, String> launcher =
        Map.of(
            "DANGOL_MEMORY", "3g",
            "DANGOL_CORES", "2",
            "DANGOL_HOME", "/opt/dangol",
            "DANGOL_LOG", "a.log",
            "DANGOL_CURRENCY", "",
            "DANGOL_SEGMENTS", "none",
            "CURRENCY", "EUR");

    assertThat(read(GivenConfig.with(GivenConfig.sets(), launcher)))
        .isEqualTo(read(GivenConfig.sets()));
  }

  @Test
  void the_file_reads_the_given_environment_and_no_other() {
    ConfigLayers layers =
        GivenConfig.file(folder, "dangol { currency = ${?MONEY}, report.directory = ${?PATH} }");

    assertThat(read(layers).currency()).isEqualTo("USD");
    assertThat(read(layers).report().directory()).isEqualTo("report");
    assertThat(read(GivenConfig.with(layers, Map.of("MONEY", "KRW"))).currency()).isEqualTo("KRW");
  }

  @Test
  void a_set_may_carry_the_leading_name_or_not_and_the_later_one_counts() {
    assertThat(read(GivenConfig.sets("dangol.currency=KRW")).currency()).isEqualTo("KRW");
    assertThat(read(GivenConfig.sets("currency=EUR", "dangol.currency=JPY")).currency())
        .isEqualTo("JPY");
  }

  @Test
  void a_set_takes_plain_text_as_it_is() {
    assertThat(read(GivenConfig.sets("warehouse.path=s3://lake/a?b=c:d//*")).warehouse().path())
        .isEqualTo("s3://lake/a?b=c:d//*");
    assertThat(read(GivenConfig.sets("cohorts.new.where=age_days <= 30 # x")).cohorts())
        .contains(entry("new", "age_days <= 30 # x"));
  }

  @Test
  void a_set_takes_lists_sections_and_quoted_texts_as_hocon() {
    assertThat(read(GivenConfig.sets("features.windows=[90, 7]")).features().windows())
        .containsExactly(7, 90);
    assertThat(read(GivenConfig.sets("cohorts={ loyal { where = \"frequency > 3\" } }")).cohorts())
        .containsOnlyKeys("market", "target", "ideal", "loyal");
    assertThat(read(GivenConfig.sets("report.directory=\"a b\"")).report().directory())
        .isEqualTo("a b");
    assertThat(read(GivenConfig.sets("segments.k=5")).segments().k()).hasValue(5);
  }

  @Test
  void customers_are_grouped_by_what_is_known_of_their_first_purchase() {
    assertThat(read(GivenConfig.sets("value.groups=[first_channel, acquired_by]")).value().groups())
        .containsExactly("acquired_by", "first_channel");
    assertThat(read(GivenConfig.sets("value.groups=acquired_month")).value().groups())
        .containsExactly("acquired_month");
    assertThat(GivenConfig.faults(GivenConfig.sets("value.groups=[weekday]")))
        .singleElement()
        .asString()
        .contains("value.groups", "acquired_month acquired_by first_channel first_product_line");
  }

  @Test
  void a_set_changes_one_key_of_a_section_of_the_file() {
    ConfigLayers layers =
        GivenConfig.with(
            GivenConfig.file(folder, GivenConfig.PURCHASES),
            "sources.purchases.options.header=true");

    SourceSettings purchases = read(layers).sources().get("purchases");

    assertThat(purchases.inputs().get("raw"))
        .isEqualTo(new InputSettings("csv", List.of("orders.csv"), Map.of("header", "true")));
  }

  @Test
  void options_that_stand_for_a_key_are_called_by_their_own_name() {
    Settings settings = read(GivenConfig.sets("--as-of=2018-07-01", "--warehouse=/data/lake"));

    assertThat(settings.asOf()).contains(LocalDate.of(2018, 7, 1));
    assertThat(settings.warehouse().path()).isEqualTo("/data/lake");
    assertThat(GivenConfig.faults(GivenConfig.sets("--as-of=yesterday")))
        .containsExactly(
            "--as-of: dangol.as-of is \"yesterday\", but must be a day written as 2018-07-01.");
  }

  @Test
  void an_unknown_section_is_said_to_be_set_where_it_was_set() {
    assertThat(GivenConfig.faults(GivenConfig.sets("segment.seed=1", "ideal.who.likes=tea")))
        .containsExactly(
            "The settings have 2 faults:",
            "--set ideal.who.likes: dangol.ideal is not a setting. Did you mean"
                + " dangol.cohorts.ideal?",
            "--set segment.seed: dangol.segment is not a setting. Did you mean dangol.segments?");
  }

  private static Settings read(ConfigLayers layers) {
    return SettingsReader.readWithoutSources(layers);
  }
}
