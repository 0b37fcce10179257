package dev.dangol.config;

import dev.dangol.config.export.ExportSettings;
import dev.dangol.table.AsOf;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of a run, validated.
 *
 * @param asOf the day to describe; empty for the newest day found in purchases
 * @param timeZone the time zone in which days begin and end
 * @param currency the reporting currency, as a three-letter code
 * @param sources by name, in the order in which they are read
 * @param cohorts the SQL predicate of each cohort, by name
 * @param hash a fingerprint of every setting that can change a result
 */
public record Settings(
    Optional<LocalDate> asOf,
    ZoneId timeZone,
    String currency,
    WarehouseSettings warehouse,
    Map<String, SourceSettings> sources,
    IngestSettings ingest,
    IdentitySettings identity,
    QualitySettings quality,
    FeatureSettings features,
    ValueSettings value,
    SegmentSettings segments,
    ScorecardSettings scorecard,
    Map<String, String> cohorts,
    CohortProfileSettings profiles,
    ProofSettings proof,
    LookalikeSettings lookalikes,
    ExportSettings export,
    LikelihoodSettings likelihoods,
    TalkSettings talk,
    ContactSettings contacts,
    JourneySettings journey,
    ReportSettings report,
    String hash) {

  public Settings {
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    cohorts = Collections.unmodifiableMap(new LinkedHashMap<>(cohorts));
  }

  /** The day as it is described: where it ends, and which rows count as known by then. */
  public AsOf asOf(LocalDate day) {
    return new AsOf(day, timeZone, ingest.known());
  }

  /** The same settings for another day. */
  public Settings describing(LocalDate day) {
    return with(Optional.of(day), sources);
  }

  /** The same settings for other sources, such as fewer of them. */
  public Settings reading(Map<String, SourceSettings> others) {
    return with(asOf, others);
  }

  private Settings with(Optional<LocalDate> day, Map<String, SourceSettings> read) {
    return new Settings(
        day,
        timeZone,
        currency,
        warehouse,
        read,
        ingest,
        identity,
        quality,
        features,
        value,
        segments,
        scorecard,
        cohorts,
        profiles,
        proof,
        lookalikes,
        export,
        likelihoods,
        talk,
        contacts,
        journey,
        report,
        hash);
  }

  /** A sentence for each setting that is set and that no job uses. */
  public List<String> warnings() {
    return journey.unused();
  }

  /** The settings of what customers say. */
  public VoiceSettings voices() {
    return talk.voices();
  }

  /** The settings of matched comparisons. */
  public EffectSettings effects() {
    return talk.effects();
  }

  public boolean has(String source) {
    return sources.containsKey(source);
  }
}
