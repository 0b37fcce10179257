package dev.dangol.segments;

import dev.dangol.config.KeepingSettings.Renamed;
import dev.dangol.problem.BadSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who is called what: no name is ever given to two ids. */
final class Register {
  private static final String NO_WORD = "";

  private final Earlier earlier;
  private final Map<String, Renamed> configured;

  /**
   * Opens the register.
   *
   * @throws BadSetting where a configured name belongs to another segment
   */
  Register(Earlier earlier, Map<String, Renamed> configured) {
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

  /** Names for segments that were not there before, by what sets each apart, strongest first. */
  List<Name> fresh(List<List<Effect>> segments) {
    Stream<Name> used = earlier.named().stream().map(Earlier.Known::name);
    return NewSegmentNames.of(
        segments, Stream.concat(used, configured.values().stream().map(Register::name)).toList());
  }

  /** The name of a segment: what the configuration says, else its own. */
  Name configured(String id, Name own) {
    Renamed renamed = configured.get(id);
    return renamed == null
        ? own
        : new Name(renamed.english().orElse(own.english()), renamed.korean().orElse(own.korean()));
  }

  private boolean isTaken(String id) {
    List<Name> others = new ArrayList<>(earlier.namesOfOthers(id));
    configured.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(id))
        .map(entry -> name(entry.getValue()))
        .forEach(others::add);
    Name name = name(configured.get(id));
    return others.stream()
        .anyMatch(
            other ->
                sameWord(name.english(), other.english())
                    || sameWord(name.korean(), other.korean()));
  }

  private static boolean sameWord(String one, String other) {
    return !one.equals(NO_WORD) && one.equals(other);
  }

  private static Name name(Renamed renamed) {
    return new Name(renamed.english().orElse(NO_WORD), renamed.korean().orElse(NO_WORD));
  }
}
