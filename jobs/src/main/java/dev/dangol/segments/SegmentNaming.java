package dev.dangol.segments;

import dev.dangol.config.SegmentContinuitySettings.SegmentRename;
import dev.dangol.problem.BadSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Names segments, so that no name is ever given to two ids. */
final class SegmentNaming {
  private static final String NO_WORD = "";

  private final PreviousSegments earlier;
  private final Map<String, SegmentRename> configured;

  /**
   * Starts from the names of earlier days and of the configuration.
   *
   * @throws BadSetting where a configured name belongs to another segment
   */
  SegmentNaming(PreviousSegments earlier, Map<String, SegmentRename> configured) {
    this.earlier = earlier;
    this.configured = configured;
    List<String> taken = configured.keySet().stream().filter(this::isTaken).toList();
    if (!taken.isEmpty()) {
      throw new BadSetting(
          "segments.names gives "
              + String.join(", ", taken)
              + " a name that another segment has or had. Choose one that none had.");
    }
  }

  /** Names for segments that were not there before, by the effects of each, strongest first. */
  List<SegmentName> fresh(List<List<FeatureEffect>> segments) {
    Stream<SegmentName> used = earlier.named().stream().map(PreviousSegments.PreviousSegment::name);
    return NewSegmentNames.of(
        segments,
        Stream.concat(used, configured.values().stream().map(SegmentNaming::name)).toList());
  }

  /** The name of a segment: that of the configuration, else its own. */
  SegmentName configuredName(String id, SegmentName own) {
    SegmentRename renamed = configured.get(id);
    return renamed == null
        ? own
        : new SegmentName(
            renamed.english().orElse(own.english()), renamed.korean().orElse(own.korean()));
  }

  private boolean isTaken(String id) {
    List<SegmentName> others = new ArrayList<>(earlier.namesOfOthers(id));
    configured.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(id))
        .map(entry -> name(entry.getValue()))
        .forEach(others::add);
    SegmentName name = name(configured.get(id));
    return others.stream()
        .anyMatch(
            other ->
                sameWord(name.english(), other.english())
                    || sameWord(name.korean(), other.korean()));
  }

  private static boolean sameWord(String one, String other) {
    return !one.equals(NO_WORD) && one.equals(other);
  }

  private static SegmentName name(SegmentRename renamed) {
    return new SegmentName(renamed.english().orElse(NO_WORD), renamed.korean().orElse(NO_WORD));
  }
}
