package dev.dangol.features;

import dev.dangol.config.BenchmarkSettings;
import dev.dangol.config.CohortProfileSettings;
import dev.dangol.config.CustomerTypeSettings;
import dev.dangol.config.FeatureSettings;
import dev.dangol.config.LikelihoodSettings;
import dev.dangol.config.QualitySettings;
import dev.dangol.config.ReferralSettings;
import dev.dangol.config.RepeatSettings;
import dev.dangol.config.ReportSettings;
import dev.dangol.config.RfmSettings;
import dev.dangol.config.RfmSettings.RfmGroup;
import dev.dangol.config.RfmSettings.ScoreRange;
import dev.dangol.config.RivalSettings;
import dev.dangol.config.SatisfactionSettings;
import dev.dangol.config.ScorecardSettings;
import dev.dangol.config.Settings;
import dev.dangol.config.SourceSettings;
import dev.dangol.config.TalkSettings;
import dev.dangol.config.ValueSettings;
import dev.dangol.features.measure.MappedColumns;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Settings as far as features look at them. */
public record GivenSettings(
    ZoneId zone,
    Map<String, SourceSettings> sources,
    FeatureSettings features,
    Optional<Double> margin) {

  /** The shares that the settings' own manual gives to each quality, and one of a window. */
  static final Map<String, Map<String, Double>> QUALITIES =
      Map.of(
          "pay",
          Map.of("full_price_share", 1.0, "order_value", 1.0, "discount_share", -1.0),
          "appreciate",
          Map.of(
              "rating_mean",
              2.0,
              "low_ratings_lifetime",
              -1.0,
              "refund_share",
              -1.0,
              "second_order_within_cycle",
              0.7,
              "frequency",
              0.5),
          "communicate",
          Map.of(
              "reviews_per_order", 2.0,
              "replies_lifetime", 1.0,
              "review_length_mean", 1.0,
              "rating_spread", 0.5,
              "clicks_lifetime", 0.5,
              "unsubscribes_lifetime", -1.0),
          "return",
          Map.of("frequency", 2.0, "days_since_last_order", -1.0, "promotion_free_share", 0.5),
          "refer",
          Map.of(
              "referrals_converted", 2.0,
              "referrals_made", 1.0,
              "shares_lifetime", 0.5,
              "net_sales_30d", 0.3));

  /** Refer does not count. */
  static final Map<String, Double> INDEX =
      Map.of("pay", 1.0, "appreciate", 2.0, "communicate", 0.5, "return", 1.5, "refer", 0.0);

  static final RfmSettings RFM =
      new RfmSettings(
          4,
          List.of(),
          List.of(),
          List.of(0.0, 1000.0, 100_000.0),
          List.of(
              new RfmGroup("큰손", new ScoreRange(3, 4), new ScoreRange(1, 4), new ScoreRange(4, 4)),
              new RfmGroup(
                  "regulars", new ScoreRange(2, 4), new ScoreRange(3, 4), new ScoreRange(1, 4)),
              new RfmGroup(
                  "big once", new ScoreRange(1, 4), new ScoreRange(1, 1), new ScoreRange(3, 4))));

  public static final RepeatSettings REPEATS =
      new RepeatSettings(OptionalInt.empty(), 2, 4, List.of(1, 7, 30, 90, 365));

  static final int HALF_LIFE = 45;

  /** The last is not over when most days of the generated shop are described. */
  static final List<RivalSettings> RIVALS =
      List.of(
          new RivalSettings("큰마트", LocalDate.of(2025, 5, 20), LocalDate.of(2025, 6, 18), List.of()),
          new RivalSettings(
              "some",
              LocalDate.of(2025, 4, 1),
              LocalDate.of(2025, 6, 1),
              List.of("category1", "category3")),
          new RivalSettings(
              "later", LocalDate.of(2025, 6, 25), LocalDate.of(2025, 8, 1), List.of()));

  static final ReferralSettings REFERRALS = new ReferralSettings(3);

  public static final SatisfactionSettings SATISFACTION =
      new SatisfactionSettings(
          List.of(1.0, 1.0, 1.0),
          List.of(2.0, 1.0, 1.0, 1.0),
          true,
          90,
          new SatisfactionSettings.SatisfactionSpans(24, 180, 90),
          Optional.of(new BenchmarkSettings(0.86, 0.86, "a survey", false)));

  /** A business with purchases of which no more than what is required is mapped. */
  public static GivenSettings in(ZoneId zone, List<Integer> windows) {
    FeatureSettings features =
        new FeatureSettings(
            windows,
            QUALITIES,
            INDEX,
            RFM,
            REPEATS,
            new CustomerTypeSettings(50, 75),
            REFERRALS,
            SATISFACTION,
            RIVALS,
            HALF_LIFE,
            List.of());
    return new GivenSettings(zone, Map.of(), features, Optional.empty())
        .with(
            Sources.PURCHASES,
            SharedColumns.CUSTOMER_ID,
            PurchaseSource.PURCHASED_AT,
            PurchaseSource.NET_AMOUNT);
  }

  /** With a source of which these columns are mapped. */
  public GivenSettings with(Source source, Field... columns) {
    return with(source, Arrays.asList(columns));
  }

  public GivenSettings with(Source source, List<Field> columns) {
    Map<String, String> mapped =
        columns.stream().collect(Collectors.toMap(Field::name, Field::name));
    Map<String, SourceSettings> more = new LinkedHashMap<>(sources);
    more.put(
        source.name(),
        new SourceSettings(Map.of(), Optional.empty(), Optional.empty(), mapped, "shop.conf: 1"));
    return new GivenSettings(zone, more, features, margin);
  }

  GivenSettings withMargin(double share) {
    return new GivenSettings(zone, sources, features, Optional.of(share));
  }

  public Settings settings() {
    return new Settings(
        Optional.empty(),
        zone,
        "KRW",
        null,
        sources,
        null,
        null,
        new QualitySettings(0.01, 1, 5),
        features,
        new ValueSettings(margin.map(OptionalDouble::of).orElse(OptionalDouble.empty())),
        null,
        new ScorecardSettings(List.of(), 50, 75),
        Map.of(),
        new CohortProfileSettings(30, 0.05, Set.of()),
        null,
        null,
        null,
        new LikelihoodSettings(90, 50, 20_000, 0.001),
        new TalkSettings(null, null, false),
        null,
        null,
        new ReportSettings("report", null),
        "hash");
  }

  public MappedColumns mapped() {
    return MappedColumns.of(settings());
  }
}
