package dev.dangol.config;

import dev.dangol.config.KeepingSettings.Renamed;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the section {@code segments}. */
final class SegmentReader {
  private SegmentReader() {}

  static SegmentSettings read(Section segments, Legal<String> feature) {
    List<Integer> range = segments.range("k-range", Numbers.COUNT);
    return new SegmentSettings(
        segments.one("k", Numbers.COUNT_OR_AUTO),
        range.get(0),
        range.get(1),
        segments.one("min-share", Numbers.SHARE),
        segments.one("seed", Numbers.SEED),
        segments.many("features", feature),
        segments.one("max-correlation", Numbers.SHARE),
        keeping(segments));
  }

  private static KeepingSettings keeping(Section segments) {
    Section identity = segments.section("identity");
    return new KeepingSettings(
        segments.one("refit-days", Numbers.COUNT),
        identity.one("members-weight", Numbers.SHARE),
        identity.one("min-likeness", Numbers.SHARE),
        identity.one("min-gain", Numbers.SHARE),
        identity.one("parent-share", Numbers.SHARE),
        segments.one("drift-alarm", Numbers.WEIGHT),
        names(segments.section("names")));
  }

  private static Map<String, Renamed> names(Section names) {
    Map<String, Renamed> found = new TreeMap<>();
    for (String id : names.names()) {
      Section name = names.section(id);
      found.put(id, new Renamed(name.optional("en", Texts.TEXT), name.optional("ko", Texts.TEXT)));
    }
    return found;
  }
}
