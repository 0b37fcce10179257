package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.TextRules;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Settings of the continuity of segments from day to day.
 *
 * @param refitDays after so many days segments are fitted anew; until then customers are put into
 *     the stored ones
 * @param membersWeight how much shared members count in a likeness, 0 to 1; the rest is the
 *     centre's
 * @param minLikeness below it, 0 to 1, two segments are not the same
 * @param minGain how much better, 0 to 1, other segments must be before they replace those of the
 *     last day
 * @param parentShare from this share of customers on, 0 to 1, one segment comes from another
 * @param driftAlarm the population stability index above which customers have changed
 * @param names configured names that replace the segments' own, by id
 */
public record SegmentContinuitySettings(
    int refitDays,
    double membersWeight,
    double minLikeness,
    double minGain,
    double parentShare,
    double driftAlarm,
    Map<String, SegmentRename> names) {
  /** The defaults of the manual. */
  public static final SegmentContinuitySettings USUAL =
      new SegmentContinuitySettings(1, 0.5, 0.4, 0.1, 0.5, 0.25, Map.of());

  public SegmentContinuitySettings {
    names = Collections.unmodifiableMap(new TreeMap<>(names));
  }

  /** Reads its part of the section {@code segments}. */
  static SegmentContinuitySettings read(ConfigSection segments) {
    ConfigSection identity = segments.section("identity");
    return new SegmentContinuitySettings(
        segments.one("refit-days", NumberRules.COUNT),
        identity.one("members-weight", NumberRules.SHARE),
        identity.one("min-likeness", NumberRules.SHARE),
        identity.one("min-gain", NumberRules.SHARE),
        identity.one("parent-share", NumberRules.SHARE),
        segments.one("drift-alarm", NumberRules.WEIGHT),
        names(segments.section("names")));
  }

  private static Map<String, SegmentRename> names(ConfigSection names) {
    Map<String, SegmentRename> found = new TreeMap<>();
    for (String id : names.names()) {
      ConfigSection name = names.section(id);
      found.put(
          id,
          new SegmentRename(
              name.optional("en", TextRules.TEXT), name.optional("ko", TextRules.TEXT)));
    }
    return found;
  }

  /** The same, fitted anew after so many days. */
  public SegmentContinuitySettings refittedAfter(int days) {
    return new SegmentContinuitySettings(
        days, membersWeight, minLikeness, minGain, parentShare, driftAlarm, names);
  }

  /** The same with other names. */
  public SegmentContinuitySettings naming(Map<String, SegmentRename> others) {
    return new SegmentContinuitySettings(
        refitDays, membersWeight, minLikeness, minGain, parentShare, driftAlarm, others);
  }

  /** Configured name of a segment; empty in a language where the segment's own stays. */
  public record SegmentRename(Optional<String> english, Optional<String> korean) {}
}
