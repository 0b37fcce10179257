package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.TextRules;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of contact with customers.
 *
 * @param hours when the business answers
 * @param spans the lengths of time that replies, responses and needs are measured by
 * @param events the engagement events that are contacts
 * @param suppressSpamRisk whether a high risk of spam suppresses a customer in a channel
 * @param benchmarks figures of others, by name, that tables show beside their own
 */
public record ContactSettings(
    BusinessHoursSettings hours,
    ContactSpans spans,
    List<String> events,
    boolean suppressSpamRisk,
    RelevanceSettings relevance,
    AffinitySettings affinities,
    Map<String, BenchmarkSettings> benchmarks) {
  public ContactSettings {
    events = List.copyOf(events);
    benchmarks = Map.copyOf(benchmarks);
  }

  /**
   * Lengths of time.
   *
   * @param machineSeconds an open or click sooner after the sending is a machine's
   * @param landmarkDays after so many days a reply to the first case is judged
   * @param followDays for so many days after that a purchase shows that the customer stayed
   * @param selfServiceHours for so many hours a look for help goes on, and is waited for a case
   */
  public record ContactSpans(
      int machineSeconds, int landmarkDays, int followDays, int selfServiceHours)
      implements Serializable {}

  /** Reads the section {@code contacts}. */
  static ContactSettings read(ConfigSection contacts, Map<String, BenchmarkSettings> benchmarks) {
    return new ContactSettings(
        BusinessHoursSettings.read(contacts.section("business-hours")),
        new ContactSpans(
            contacts.one("machine-seconds", NumberRules.NONE_OR_MORE),
            contacts.one("landmark-days", NumberRules.COUNT),
            contacts.one("follow-days", NumberRules.COUNT),
            contacts.one("self-service-hours", NumberRules.COUNT)),
        contacts.any("events", TextRules.NAME),
        contacts.one("suppress-spam-risk", TextRules.YES_OR_NO).equals("true"),
        RelevanceSettings.read(contacts.section("relevance")),
        AffinitySettings.read(contacts.section("affinities")),
        benchmarks);
  }

  /** A figure of others; empty where it is not configured. */
  public Optional<BenchmarkSettings> benchmark(String name) {
    return Optional.ofNullable(benchmarks.get(name));
  }
}
