package dev.dangol.config;

import dev.dangol.config.SegmentContinuitySettings.SegmentRename;
import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.TextRules;
import dev.dangol.config.hocon.ValueRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the section {@code segments}. */
final class SegmentReader {
  private SegmentReader() {}

  static SegmentSettings read(ConfigSection segments, ValueRule<String> feature) {
    List<Integer> range = segments.range("k-range", NumberRules.COUNT);
    return new SegmentSettings(
        segments.one("k", NumberRules.COUNT_OR_AUTO),
        range.get(0),
        range.get(1),
        segments.one("min-share", NumberRules.SHARE),
        segments.one("seed", NumberRules.SEED),
        segments.many("features", feature),
        segments.one("max-correlation", NumberRules.SHARE),
        keeping(segments));
  }

  private static SegmentContinuitySettings keeping(ConfigSection segments) {
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
}
