package dev.dangol.config;

import com.typesafe.config.ConfigObject;
import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.ReadContext;
import dev.dangol.config.hocon.SettingFaults;
import dev.dangol.config.hocon.TextRules;
import dev.dangol.config.hocon.ValueRule;
import dev.dangol.table.sources.Sources;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads settings from their layers and validates all of them. Every fault is reported in one {@link
 * dev.dangol.problem.BadSetting}, a line each, with file and line, key, the fault and the legal
 * values; for a key that does not exist, with the nearest one that does.
 */
public final class SettingsReader {
  private final ReadContext reading;

  private SettingsReader(ReadContext reading) {
    this.reading = reading;
  }

  /** Reads the settings for jobs: purchases must be configured. */
  public static Settings read(ConfigLayers layers) {
    SettingFaults faults = new SettingFaults();
    Settings settings = read(layers, faults);
    if (!settings.has(Sources.PURCHASES.name())) {
      faults.add(
          layers.file().map(Path::toString).orElse("--config"),
          0,
          "dangol.sources.purchases is not set; describe where purchases are, since everything is"
              + " computed from them.");
    }
    faults.throwIfAny();
    return settings;
  }

  /** Reads the settings for commands that only use the warehouse: no source must be configured. */
  public static Settings readWithoutSources(ConfigLayers layers) {
    SettingFaults faults = new SettingFaults();
    Settings settings = read(layers, faults);
    faults.throwIfAny();
    return settings;
  }

  /**
   * Every key that could be given a value, with the sources, cohorts and the like that are named.
   */
  static Collection<List<String>> keys(ConfigObject values) {
    ReadContext reading = new ReadContext(new SettingFaults());
    new SettingsReader(reading).settings(values);
    return reading.settable();
  }

  private static Settings read(ConfigLayers layers, SettingFaults faults) {
    ConfigObject values = EffectiveConfig.of(layers, faults);
    ReadContext reading = new ReadContext(faults);
    Settings settings = new SettingsReader(reading).settings(values);
    reading.refuseUnknownKeys();
    return settings;
  }

  private Settings settings(ConfigObject values) {
    ConfigSection dangol = reading.whole(values).section(ConfigSection.ROOT);
    Map<String, BenchmarkSettings> benchmarks = BenchmarkReader.read(dangol.section("benchmarks"));
    FeatureSettings features = FeatureReader.read(dangol.section("features"), benchmarks);
    ValueRule<String> feature = FeatureReader.feature(features.windows());
    Map<String, SourceSettings> sources = SourceReader.read(dangol.section("sources"));
    ValueSettings value = ValueReader.read(dangol.section("value"), benchmarks);
    SegmentSettings segments = SegmentReader.read(dangol.section("segments"), feature);
    ScorecardSettings scorecard = scorecard(dangol.section("scorecard"), features, value);
    ProofSettings proof = ProofReader.read(dangol.section("proof"), dangol.section("control"));
    PlannedSections.checkJourney(dangol.section("journey"));
    PlannedSections.checkExport(dangol.section("export"));
    return new Settings(
        dangol.optional("as-of", TextRules.DAY),
        dangol.one("time-zone", TextRules.TIME_ZONE),
        dangol.one("currency", TextRules.CURRENCY),
        warehouse(dangol.section("warehouse")),
        sources,
        ingest(dangol.section("ingest")),
        identity(dangol.section("identity")),
        quality(dangol.section("quality")),
        features,
        value,
        segments,
        scorecard,
        ScorecardReader.cohorts(dangol.section("cohorts")),
        profiles(dangol.section("profiles"), dangol.section("privacy")),
        proof,
        LookalikeReader.read(dangol.section("lookalikes")),
        report(dangol.section("report")),
        reading.fingerprint().text());
  }

  private static ScorecardSettings scorecard(
      ConfigSection scorecard, FeatureSettings features, ValueSettings value) {
    return ScorecardReader.read(
        scorecard, ScorecardReader.feature(features.windows(), value.horizons()));
  }

  private static WarehouseSettings warehouse(ConfigSection warehouse) {
    String catalog = warehouse.one("catalog", TextRules.CATALOG_NAME);
    String schema = warehouse.one("schema", TextRules.CATALOG_NAME);
    if (catalog.isEmpty() && !schema.isEmpty()) {
      warehouse.fault(
          "schema", warehouse.name("schema") + " has no catalog; set warehouse.catalog too.");
    }
    return new WarehouseSettings(warehouse.one("path", TextRules.TEXT), catalog, schema);
  }

  private static IngestSettings ingest(ConfigSection ingest) {
    return new IngestSettings(
        ingest.one("incremental", TextRules.YES_OR_NO).equals("true"),
        ingest.one("known-as-of", TextRules.KNOWLEDGE),
        ingest.one("refund-days", NumberRules.COUNT));
  }

  private static IdentitySettings identity(ConfigSection identity) {
    return new IdentitySettings(
        identity.one("max-ids", NumberRules.COUNT),
        identity.optional("phone-region", TextRules.COUNTRY),
        identity.one("earlier-events", TextRules.YES_OR_NO).equals("true"));
  }

  private static QualitySettings quality(ConfigSection quality) {
    List<Double> scale = quality.range("rating-scale", NumberRules.NUMBER);
    return new QualitySettings(
        quality.one("max-rejected-share", NumberRules.SHARE),
        scale.get(0),
        scale.get(1),
        quality.one("future-tolerance-hours", NumberRules.NONE_OR_MORE),
        change(quality));
  }

  private static ChangeSettings change(ConfigSection quality) {
    List<Double> range = quality.range("volume-range", NumberRules.WEIGHT);
    return new ChangeSettings(
        range.get(0),
        range.get(1),
        quality.one("on-change", ValueRule.oneOf(List.of("warn", "stop"))).equals("stop"),
        quality
            .optional("max-age-days", NumberRules.COUNT)
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty()));
  }

  private static CohortProfileSettings profiles(ConfigSection profiles, ConfigSection privacy) {
    return new CohortProfileSettings(
        profiles.one("min-count", NumberRules.COUNT),
        profiles.one("max-q", NumberRules.SHARE),
        Set.copyOf(privacy.ascendingIfSet("sensitive-attributes-allowed", TextRules.TEXT)));
  }

  private static ReportSettings report(ConfigSection report) {
    return new ReportSettings(
        report.one("directory", TextRules.TEXT),
        report.one("language", ValueRule.oneOf(List.of("en", "ko"))));
  }
}
