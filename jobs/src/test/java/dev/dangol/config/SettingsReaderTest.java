package dev.dangol.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.dangol.config.RfmSettings.RfmGroup;
import dev.dangol.config.RfmSettings.ScoreRange;
import dev.dangol.config.ScorecardSettings.ScorecardCriterion;
import dev.dangol.config.SegmentContinuitySettings.SegmentRename;
import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.problem.BadSetting;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
  /** Sets every key to something other than its default. */
  private static final String EVERYTHING =
      """
      dangol {
        as-of     = 2018-07-01
        time-zone = "Asia/Seoul"
        currency  = "KRW"
        warehouse { path = "/lake", catalog = "main", schema = "shop" }
        quality   { max-rejected-share = 0.05, rating-scale = [0, 10], future-tolerance-hours = 0, volume-range = [0.5, 2], on-change = stop, max-age-days = 3 }
        features  {
          windows = [180, 7]
          qualities { pay { order_value = 3, discount_share = 0, net_sales_7d = 0.5 } }
          dangol-index { pay = 2, refer = 0 }
          rfm {
            quantiles = 3, recency-days = [90, 30], frequency = [1, 2], monetary = [0, 1000.5]
            groups = [{ name = 단골, recency = [2, 3], monetary = 3 }]
          }
          cycle-days = 45, repeat-orders = 3, repeat-days = [60, 30]
          referral-generations = 2
        }
        value     { models = [bg-nbd], horizons = [60], margin = 0.3, discount-rate = 0.2, clv-months = 24, min-repeat-buyers = 7, penalty = 0.1, max-triples = 9, holdout-days = 30, inactive-days = 90, max-spend-correlation = 0.5 }
        segments  { k = 4, k-range = [2, 6], min-share = 0.1, seed = -1, features = [frequency, orders_7d]
                    max-correlation = 0.8, refit-days = 30, drift-alarm = 0.1
                    identity { members-weight = 0.7, min-likeness = 0.3, min-gain = 0.2, parent-share = 0.6 }
                    names { s1-2026-06-30 { en = Regulars, ko = 단골 }, s2-2026-06-30 { ko = 손님 } } }
        scorecard {
          criteria = [{ name = quick, feature = days_since_last_order, weight = 2, viable-from = 90, perfect-from = 30 }]
          viable-from = 40, perfect-from = 60
        }
        cohorts   { ideal { where = "rank <= 100" }, advocates { where = "referrals_converted > 0" } }
        journey   { stages { discovery = view, doubt = [compare, help] } }
        export    { directory = "out", require-consent = false }
        report    { directory = "pages", language = ko, languages = [en, ko] }
        benchmarks { reply_within_hour { value = 7, source = "a journal" } }
      }
      """;

  @TempDir Path folder;
  private Settings settings;

  @BeforeEach
  void read() {
    settings = SettingsReader.readWithoutSources(GivenConfig.file(folder, EVERYTHING));
  }

  @Test
  void single_values_are_read() {
    assertThat(settings.asOf()).contains(LocalDate.of(2018, 7, 1));
    assertThat(settings.timeZone()).isEqualTo(ZoneId.of("Asia/Seoul"));
    assertThat(settings.currency()).isEqualTo("KRW");
    assertThat(settings.warehouse()).isEqualTo(new WarehouseSettings("/lake", "main", "shop"));
    assertThat(settings.quality())
        .isEqualTo(
            new QualitySettings(
                0.05, 0, 10, 0, new ChangeSettings(0.5, 2, true, OptionalInt.of(3))));
    assertThat(settings.value())
        .isEqualTo(
            new ValueSettings(
                OptionalDouble.of(0.3),
                List.of("bg-nbd"),
                List.of(60),
                0.2,
                24,
                7,
                0.1,
                9,
                new ModelTrialSettings(
                    30, 90, 0.5, 0.5, settings.value().trial().retentionBenchmark()),
                List.of(),
                Optional.empty()));
    assertThat(settings.report().directory()).isEqualTo("pages");
    assertThat(settings.report().language()).isEqualTo("ko");
    assertThat(settings.report().languages()).containsExactly("en", "ko");
  }

  @Test
  void windows_are_ascending_and_name_the_features_of_a_blend() {
    assertThat(settings.features().windows()).containsExactly(7, 180);
    assertThat(settings.features().qualities().get("pay"))
        .containsOnly(
            entry("full_price_share", 1.0), entry("order_value", 3.0), entry("net_sales_7d", 0.5));
  }

  @Test
  void the_index_the_groups_and_the_curve_are_read() {
    FeatureSettings features = settings.features();

    assertThat(features.dangolIndex())
        .containsExactly(
            entry("pay", 2.0),
            entry("appreciate", 1.0),
            entry("communicate", 1.0),
            entry("return", 1.0),
            entry("refer", 0.0));
    assertThat(features.rfm())
        .isEqualTo(
            new RfmSettings(
                3,
                List.of(30.0, 90.0),
                List.of(1.0, 2.0),
                List.of(0.0, 1000.5),
                List.of(
                    new RfmGroup(
                        "단골", new ScoreRange(2, 3), new ScoreRange(1, 3), new ScoreRange(3, 3)))));
    assertThat(features.repeats())
        .isEqualTo(new RepeatSettings(OptionalInt.of(45), 30, 3, List.of(30, 60)));
    assertThat(features.referrals()).isEqualTo(new ReferralSettings(2));
  }

  @Test
  void segments_are_read() {
    SegmentSettings segments = settings.segments();

    assertThat(segments.k()).hasValue(4);
    assertThat(List.of(segments.kFrom(), segments.kTo())).containsExactly(2, 6);
    assertThat(segments.minShare()).isEqualTo(0.1);
    assertThat(segments.seed()).isEqualTo(-1);
    assertThat(segments.features()).containsExactly("frequency", "orders_7d");
    assertThat(segments.maxCorrelation()).isEqualTo(0.8);
    assertThat(segments.keeping())
        .isEqualTo(
            new SegmentContinuitySettings(
                30,
                0.7,
                0.3,
                0.2,
                0.6,
                0.1,
                Map.of(
                    "s1-2026-06-30", new SegmentRename(Optional.of("Regulars"), Optional.of("단골")),
                    "s2-2026-06-30", new SegmentRename(Optional.empty(), Optional.of("손님")))));
  }

  @Test
  void criteria_replace_the_default_ones_and_cohorts_stand_beside_them() {
    assertThat(settings.scorecard())
        .isEqualTo(
            new ScorecardSettings(
                List.of(new ScorecardCriterion("quick", "days_since_last_order", 2, 90, 30)),
                40,
                60));
    assertThat(settings.cohorts())
        .containsExactly(
            entry("advocates", "referrals_converted > 0"),
            entry("ideal", "rank <= 100"),
            entry("market", "true"),
            entry("target", "fit_level <> 'unfit'"));
  }

  @Test
  void a_criterion_may_cut_by_percentile_and_be_required_and_profiles_stand_beside() {
    Settings with =
        SettingsReader.readWithoutSources(
            GivenConfig.file(
                folder,
                """
                dangol.value.horizons = [60]
                dangol.scorecard.criteria = [
                  { name = often, feature = expected_orders_60d, weight = 1, cuts = percentile, viable-from = 50, perfect-from = 90, required = true }
                  { name = near, feature = distance, weight = 1, cuts = value, viable-from = 3, perfect-from = 1, required = false }
                ]
                dangol.scorecard.profiles.firms {
                  where = "order_value > 100", viable-from = 10, perfect-from = 20
                  criteria = [{ name = big, feature = order_value, weight = 1, viable-from = 1, perfect-from = 2 }]
                }
                """));

    assertThat(with.scorecard().criteria())
        .containsExactly(
            new ScorecardCriterion("often", "expected_orders_60d", 1, 50, 90)
                .byPercentile()
                .asRequired(),
            new ScorecardCriterion("near", "distance", 1, 3, 1));
    assertThat(with.scorecard().profiles())
        .containsExactly(
            entry(
                "firms",
                new AdditionalScorecard(
                    "order_value > 100",
                    new ScorecardSettings(
                        List.of(new ScorecardCriterion("big", "order_value", 1, 1, 2)), 10, 20))));
  }

  @Test
  void jobs_need_purchases_and_other_commands_do_not() {
    ConfigLayers noPurchases = GivenConfig.file(folder, "dangol.currency = KRW");

    assertThatThrownBy(() -> SettingsReader.read(noPurchases))
        .isInstanceOf(BadSetting.class)
        .hasMessageEndingWith(
            "shop.conf: dangol.sources.purchases is not set; describe where purchases are, since"
                + " everything is computed from them.");
    assertThat(SettingsReader.readWithoutSources(noPurchases).sources()).isEmpty();
    assertThat(
            SettingsReader.read(GivenConfig.file(folder, GivenConfig.PURCHASES)).has("purchases"))
        .isTrue();
  }

  @Test
  void without_a_file_purchases_are_missed_too() {
    assertThatThrownBy(() -> SettingsReader.read(GivenConfig.sets()))
        .hasMessageStartingWith("--config: dangol.sources.purchases is not set;");
  }

  @Test
  void a_stage_without_a_place_in_the_order_is_named() {
    assertThat(settings.warnings())
        .extracting(warning -> warning.replace(folder + "/", ""))
        .containsExactly(
            "shop.conf, line 28: dangol.journey.stages.doubt is not used, since"
                + " dangol.journey.order does not name it.");
    ConfigLayers defaults = GivenConfig.file(folder, GivenConfig.PURCHASES);
    assertThat(SettingsReader.read(defaults).warnings()).isEmpty();
  }
}
