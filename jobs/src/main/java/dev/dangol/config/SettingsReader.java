package dev.dangol.config;

import com.typesafe.config.ConfigObject;
import dev.dangol.config.export.ExportColumns;
import dev.dangol.config.export.ExportSettings;
import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.ReadContext;
import dev.dangol.config.hocon.SettingFaults;
import dev.dangol.config.hocon.TextRules;
import dev.dangol.config.hocon.ValueRule;
import dev.dangol.table.sources.Sources;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    new SettingsReader(reading).settings(dangol(reading, values));
    return reading.settable();
  }

  private static Settings read(ConfigLayers layers, SettingFaults faults) {
    ConfigObject values = EffectiveConfig.of(layers, faults);
    ReadContext reading = new ReadContext(faults);
    Settings settings = new SettingsReader(reading).settings(dangol(reading, values));
    reading.refuseUnknownKeys();
    return settings;
  }

  private static ConfigSection dangol(ReadContext reading, ConfigObject values) {
    return reading.whole(values).section(ConfigSection.ROOT);
  }

  private Settings settings(ConfigSection dangol) {
    var benchmarks = BenchmarkSettings.readAll(dangol.section("benchmarks"));
    FeatureSettings features = FeatureSettings.read(dangol, benchmarks);
    ValueSettings value = ValueSettings.read(dangol.section("value"), benchmarks);
    Map<String, String> cohorts = ScorecardReader.cohorts(dangol.section("cohorts"));
    Map<String, SourceSettings> sources = SourceReader.read(dangol.section("sources"));
    JourneySettings journey = JourneySettings.read(dangol.section("journey"), sources);
    return new Settings(
        dangol.optional("as-of", TextRules.DAY),
        dangol.one("time-zone", TextRules.TIME_ZONE),
        dangol.one("currency", TextRules.CURRENCY),
        WarehouseSettings.read(dangol),
        sources,
        IngestSettings.read(dangol.section("ingest")),
        IdentitySettings.read(dangol.section("identity")),
        QualitySettings.read(dangol.section("quality")),
        features,
        value,
        segments(dangol, features),
        ScorecardReader.read(dangol.section("scorecard"), rule(features, value, journey, sources)),
        cohorts,
        CohortProfileSettings.read(dangol.section("profiles"), dangol.section("privacy")),
        ProofSettings.read(dangol.section("proof"), dangol.section("control")),
        LookalikeSettings.read(dangol.section("lookalikes")),
        exports(dangol.section("export"), features, value, cohorts),
        LikelihoodSettings.read(dangol.section("likelihoods")),
        TalkSettings.read(dangol),
        ContactSettings.read(dangol.section("contacts"), benchmarks),
        journey,
        ReportSettings.read(dangol.section("report"), reading.labels()),
        reading.fingerprint().text());
  }

  private static ExportSettings exports(
      ConfigSection export,
      FeatureSettings features,
      ValueSettings value,
      Map<String, String> cohorts) {
    ExportColumns columns = ExportColumns.of(features.windows(), value.horizons());
    return ExportSettings.read(export, columns, List.copyOf(cohorts.keySet()));
  }

  private static SegmentSettings segments(ConfigSection dangol, FeatureSettings features) {
    ValueRule<String> feature = FeatureSettings.feature(features.windows());
    return SegmentSettings.read(dangol.section("segments"), feature);
  }

  private static ValueRule<String> rule(
      FeatureSettings features,
      ValueSettings value,
      JourneySettings journey,
      Map<String, SourceSettings> sources) {
    List<String> goals = journey.goals().stream().map(JourneyGoal::name).toList();
    Set<String> taken = AttributeNames.taken(features, value.horizons());
    return ScorecardReader.feature(
        features, value.horizons(), goals, AttributeNames.written(sources, taken));
  }
}
