package dev.dangol.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.dangol.config.ScorecardSettings.ScorecardCriterion;
import dev.dangol.config.hocon.ConfigFile;
import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReferenceConfTest {
  private final Settings defaults = SettingsReader.readWithoutSources(GivenConfig.sets());

  @Test
  void the_day_place_and_currency_have_defaults() {
    assertThat(defaults.asOf()).isEmpty();
    assertThat(defaults.timeZone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(defaults.currency()).isEqualTo("USD");
    assertThat(defaults.warehouse()).isEqualTo(new WarehouseSettings("warehouse", "", ""));
    assertThat(defaults.report().directory()).isEqualTo("report");
    assertThat(defaults.report().language()).isEqualTo("en");
    assertThat(defaults.report().languages()).isEmpty();
    assertThat(defaults.sources()).isEmpty();
  }

  @Test
  void quality_and_value_have_defaults() {
    assertThat(defaults.quality()).isEqualTo(new QualitySettings(0.01, 1, 5));
    ModelTrialSettings trial = defaults.value().trial();
    assertThat(trial.retentionBenchmark())
        .hasValueSatisfying(b -> assertThat(b.to()).isEqualTo(0.95));
    assertThat(trial)
        .isEqualTo(new ModelTrialSettings(180, 180, 0.3, 0.5, trial.retentionBenchmark()))
        .isNotEqualTo(ModelTrialSettings.USUAL);
    ValueSettings usual = new ValueSettings(OptionalDouble.empty());
    assertThat(defaults.value())
        .isEqualTo(
            new ValueSettings(
                usual.margin(),
                usual.models(),
                usual.horizons(),
                usual.discountRate(),
                usual.clvMonths(),
                usual.minRepeatBuyers(),
                usual.penalty(),
                usual.maxTriples(),
                trial,
                List.of(),
                Optional.of(new LearnedSettings(20_000, 42))));
  }

  @Test
  void features_have_defaults_for_each_quality_in_their_order() {
    assertThat(defaults.features().windows()).containsExactly(30, 90, 365);
    assertThat(defaults.features().qualities().keySet())
        .containsExactly("pay", "appreciate", "communicate", "return", "refer");
    assertThat(defaults.features().qualities().get("pay"))
        .containsOnly(
            entry("full_price_share", 1.0),
            entry("order_value", 1.0),
            entry("discount_share", -1.0));
    assertThat(defaults.features().qualities().get("return"))
        .containsOnly(
            entry("frequency", 2.0),
            entry("days_since_last_order", -1.0),
            entry("promotion_free_share", 0.5));
  }

  @Test
  void rhythm_groups_and_index_have_defaults() {
    FeatureSettings features = defaults.features();

    assertThat(features.dangolIndex().values()).hasSize(5).containsOnly(1.0);
    assertThat(features.repeats())
        .isEqualTo(
            new RepeatSettings(OptionalInt.empty(), 30, 5, List.of(7, 14, 30, 60, 90, 180, 365)));
    assertThat(features.referrals().generations()).isEqualTo(5);
    assertThat(features.rfm().scores()).isEqualTo(5);
    assertThat(features.rfm().recencyDays()).isEmpty();
    assertThat(features.rfm().groups())
        .extracting(RfmSettings.RfmGroup::name)
        .containsExactly(
            "champions", "loyal", "promising", "new", "attention", "at-risk", "asleep");
  }

  @Test
  void every_pair_of_default_scores_has_its_group() {
    List<RfmSettings.RfmGroup> groups = defaults.features().rfm().groups();
    for (int recency = 1; recency <= 5; recency++) {
      for (int frequency = 1; frequency <= 5; frequency++) {
        int r = recency;
        int f = frequency;
        assertThat(groups)
            .as(r + " and " + f)
            .anyMatch(group -> holds(group.recency(), r) && holds(group.frequency(), f));
      }
    }
  }

  private static boolean holds(RfmSettings.ScoreRange range, int score) {
    return range.from() <= score && score <= range.to();
  }

  @Test
  void segments_have_defaults_that_hold_for_any_windows() {
    SegmentSettings segments = defaults.segments();

    assertThat(segments.k()).isEmpty();
    assertThat(List.of(segments.kFrom(), segments.kTo())).containsExactly(3, 10);
    assertThat(segments.minShare()).isEqualTo(0.02);
    assertThat(segments.seed()).isEqualTo(42);
    assertThat(segments.features()).hasSize(8).startsWith("frequency");
    assertThat(segments.maxCorrelation()).isEqualTo(0.9);
    assertThat(segments.keeping()).isEqualTo(SegmentContinuitySettings.USUAL);
    assertThat(GivenConfig.faults(GivenConfig.sets("features.windows=[7, 28]"))).isEmpty();
  }

  @Test
  void the_scorecard_looks_at_the_five_qualities_and_as_much_at_net_sales() {
    ScorecardSettings scorecard = defaults.scorecard();
    List<ScorecardCriterion> qualities = scorecard.criteria().subList(0, 5);
    List<ScorecardCriterion> others = scorecard.criteria().subList(5, scorecard.criteria().size());

    assertThat(qualities)
        .extracting(ScorecardCriterion::feature)
        .containsExactlyElementsOf(FeatureColumns.QUALITIES.stream().map(Field::name).toList());
    assertThat(qualities)
        .extracting(ScorecardCriterion::name)
        .containsExactly("pays", "appreciates", "communicates", "returns", "refers");
    assertThat(qualities)
        .allMatch(c -> c.viableFrom() == 40 && c.perfectFrom() == 70 && c.weight() == 1);
    assertThat(others)
        .containsExactly(
            new ScorecardCriterion("brings", "expected_net_sales", 2, 50, 85).byPercentile(),
            new ScorecardCriterion("spends", "net_sales_lifetime", 3, 50, 85).byPercentile());
    assertThat(scorecard.profiles()).isEmpty();
    assertThat(List.of(scorecard.viableFrom(), scorecard.perfectFrom()))
        .containsExactly(50.0, 75.0);
  }

  @Test
  void the_market_holds_the_target_and_that_the_ideal() {
    assertThat(defaults.cohorts())
        .containsExactly(
            entry("ideal", "fit_level = 'perfect'"),
            entry("market", "true"),
            entry("target", "fit_level <> 'unfit'"));
    assertThat(GivenConfig.faults(GivenConfig.sets("value.horizons=[7]", "features.windows=[28]")))
        .isEmpty();
  }

  @Test
  void every_setting_stands_in_the_manual() {
    Config manual = ConfigFile.reference();

    assertThat(SettingsReader.keys(manual.root()))
        .filteredOn(key -> !key.contains("sources") && !key.contains("qualities"))
        .filteredOn(key -> key.stream().noneMatch(part -> part.contains("[")))
        .filteredOn(key -> !key.contains("benchmarks"))
        .allSatisfy(key -> assertThat(manual.hasPathOrNull(String.join(".", key))).isTrue());
  }

  @Test
  void every_setting_has_its_sentence_above_it() {
    assertSentences("", ConfigFile.reference().root());
  }

  @Test
  void the_defaults_that_the_manual_tells_are_the_ones_that_hold() {
    Config manual = ConfigFile.reference();

    assertThat(manual.entrySet())
        .filteredOn(entry -> !entry.getKey().contains("qualities"))
        .filteredOn(entry -> entry.getValue().valueType() != ConfigValueType.LIST)
        .filteredOn(entry -> manual.getString(entry.getKey()).matches("\\S+"))
        .hasSizeGreaterThan(15)
        .allSatisfy(
            entry ->
                assertThat(String.join("", entry.getValue().origin().comments()))
                    .as(entry.getKey())
                    .containsPattern(
                        "Default:\\s+" + Pattern.quote(manual.getString(entry.getKey())) + "[.,]"));
  }

  private static void assertSentences(String path, ConfigObject section) {
    for (Map.Entry<String, ConfigValue> entry : section.entrySet()) {
      String key = path + entry.getKey();
      boolean blend = path.startsWith("dangol.features.qualities.");
      if (!blend && !key.equals(ConfigSection.ROOT)) {
        assertThat(entry.getValue().origin().comments()).as(key).isNotEmpty();
      }
      if (entry.getValue() instanceof ConfigObject below) {
        assertSentences(key + ".", below);
      }
    }
  }
}
