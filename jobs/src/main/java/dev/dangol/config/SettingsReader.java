package dev.dangol.config;

import com.typesafe.config.ConfigObject;
import dev.dangol.table.Sources;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads settings from their layers and checks all of them: every fault is told in one {@link
 * dev.dangol.problem.BadSetting}, a line each, with file and line, key, what is wrong and what is
 * legal; for a key that does not exist, with the nearest one that does.
 */
public final class SettingsReader {
  private final Reading reading;

  private SettingsReader(Reading reading) {
    this.reading = reading;
  }

  /** Reads what jobs need: purchases must be configured. */
  public static Settings read(Layers layers) {
    Faults faults = new Faults();
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

  /** Reads what commands need that work on the warehouse alone: no source has to be configured. */
  public static Settings readWithoutSources(Layers layers) {
    Faults faults = new Faults();
    Settings settings = read(layers, faults);
    faults.throwIfAny();
    return settings;
  }

  /**
   * Every key that could be given a value, with the sources, cohorts and the like that are named.
   */
  static Collection<List<String>> keys(ConfigObject values) {
    Reading reading = new Reading(new Faults());
    new SettingsReader(reading).settings(values);
    return reading.settable();
  }

  private static Settings read(Layers layers, Faults faults) {
    ConfigObject values = Effective.of(layers, faults);
    Reading reading = new Reading(faults);
    Settings settings = new SettingsReader(reading).settings(values);
    reading.refuseUnknownKeys();
    return settings;
  }

  private Settings settings(ConfigObject values) {
    Section dangol = reading.whole(values).section(Section.ROOT);
    Map<String, BenchmarkSettings> benchmarks = BenchmarkReader.read(dangol.section("benchmarks"));
    FeatureSettings features = FeatureReader.read(dangol.section("features"), benchmarks);
    Legal<String> feature = FeatureReader.feature(features.windows());
    Map<String, SourceSettings> sources = SourceReader.read(dangol.section("sources"));
    ValueSettings value = ValueReader.read(dangol.section("value"), benchmarks);
    SegmentSettings segments = SegmentReader.read(dangol.section("segments"), feature);
    ScorecardSettings scorecard =
        ScorecardReader.read(
            dangol.section("scorecard"),
            ScorecardReader.feature(features.windows(), value.horizons()));
    Map<String, String> cohorts = ScorecardReader.cohorts(dangol.section("cohorts"));
    ProofSettings proof = ProofReader.read(dangol.section("proof"), dangol.section("control"));
    PlannedSections.checkJourney(dangol.section("journey"));
    PlannedSections.checkExport(dangol.section("export"));
    return new Settings(
        dangol.optional("as-of", Texts.DAY),
        dangol.one("time-zone", Texts.TIME_ZONE),
        dangol.one("currency", Texts.CURRENCY),
        warehouse(dangol.section("warehouse")),
        sources,
        ingest(dangol.section("ingest")),
        identity(dangol.section("identity")),
        quality(dangol.section("quality")),
        features,
        value,
        segments,
        scorecard,
        cohorts,
        profiles(dangol.section("profiles"), dangol.section("privacy")),
        proof,
        LookalikeReader.read(dangol.section("lookalikes")),
        report(dangol.section("report")),
        reading.fingerprint().text());
  }

  private static WarehouseSettings warehouse(Section warehouse) {
    String catalog = warehouse.one("catalog", Texts.CATALOG_NAME);
    String schema = warehouse.one("schema", Texts.CATALOG_NAME);
    if (catalog.isEmpty() && !schema.isEmpty()) {
      warehouse.fault(
          "schema", warehouse.name("schema") + " has no catalog; set warehouse.catalog too.");
    }
    return new WarehouseSettings(warehouse.one("path", Texts.TEXT), catalog, schema);
  }

  private static IngestSettings ingest(Section ingest) {
    return new IngestSettings(
        ingest.one("incremental", Texts.YES_OR_NO).equals("true"),
        ingest.one("known-as-of", Texts.KNOWLEDGE),
        ingest.one("refund-days", Numbers.COUNT));
  }

  private static IdentitySettings identity(Section identity) {
    return new IdentitySettings(
        identity.one("max-ids", Numbers.COUNT),
        identity.optional("phone-region", Texts.COUNTRY),
        identity.one("earlier-events", Texts.YES_OR_NO).equals("true"));
  }

  private static QualitySettings quality(Section quality) {
    List<Double> scale = quality.range("rating-scale", Numbers.NUMBER);
    return new QualitySettings(
        quality.one("max-rejected-share", Numbers.SHARE),
        scale.get(0),
        scale.get(1),
        change(quality));
  }

  private static ChangeSettings change(Section quality) {
    List<Double> range = quality.range("volume-range", Numbers.WEIGHT);
    return new ChangeSettings(
        range.get(0),
        range.get(1),
        quality.one("on-change", Legal.oneOf(List.of("warn", "stop"))).equals("stop"),
        quality
            .optional("max-age-days", Numbers.COUNT)
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty()));
  }

  private static ProfileSettings profiles(Section profiles, Section privacy) {
    return new ProfileSettings(
        profiles.one("min-count", Numbers.COUNT),
        profiles.one("max-q", Numbers.SHARE),
        Set.copyOf(privacy.ascendingIfSet("sensitive-attributes-allowed", Texts.TEXT)));
  }

  private static ReportSettings report(Section report) {
    return new ReportSettings(
        report.one("directory", Texts.TEXT),
        report.one("language", Legal.oneOf(List.of("en", "ko"))));
  }
}
