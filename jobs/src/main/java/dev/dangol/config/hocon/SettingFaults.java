package dev.dangol.config.hocon;

import com.typesafe.config.ConfigOrigin;
import dev.dangol.problem.BadSetting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects all faults of the settings, to report them at once. */
public final class SettingFaults {
  private final List<SettingFault> found = new ArrayList<>();

  void add(ConfigOrigin origin, String sentence) {
    add(SettingOrigins.place(origin), SettingOrigins.line(origin), sentence);
  }

  public void add(String place, int line, String sentence) {
    found.add(new SettingFault(place, line, sentence));
  }

  /**
   * Throws where there is a fault: one line each, in the order in which a person would correct
   * them.
   */
  public void throwIfAny() {
    List<String> lines =
        found.stream()
            .sorted(Comparator.comparing(SettingFault::place).thenComparing(SettingFault::line))
            .map(SettingFault::text)
            .distinct()
            .toList();
    if (lines.size() == 1) {
      throw new BadSetting(lines.get(0));
    }
    if (lines.size() > 1) {
      throw new BadSetting(
          "The settings have " + lines.size() + " faults:\n  " + String.join("\n  ", lines));
    }
  }

  private record SettingFault(String place, int line, String sentence) {
    String text() {
      return place + (line > 0 ? ", line " + line : "") + ": " + sentence;
    }
  }
}
