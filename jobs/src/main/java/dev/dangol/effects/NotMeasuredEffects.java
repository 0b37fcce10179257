package dev.dangol.effects;

import dev.dangol.config.EffectSettings;
import dev.dangol.config.Settings;
import dev.dangol.effects.EffectDesign.SourceNeed;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reasons why comparisons cannot be made with the configured sources. */
public final class NotMeasuredEffects {
  private NotMeasuredEffects() {}

  /** The reason by effect; those that can be made have none. */
  public static Map<String, String> reasons(Settings settings, EffectSettings effects) {
    Map<String, String> reasons = new TreeMap<>();
    for (EffectDesign design : EffectDesigns.of(effects)) {
      for (SourceNeed need : design.needs()) {
        reason(settings, need).ifPresent(why -> reasons.putIfAbsent(design.effect(), why));
      }
    }
    return reasons;
  }

  private static Optional<String> reason(Settings settings, SourceNeed need) {
    String source = need.source().name();
    if (!settings.has(source)) {
      return Optional.of("The source " + source + " is not configured.");
    }
    return need.column()
        .filter(column -> !settings.sources().get(source).columns().containsKey(column.name()))
        .map(column -> "The source " + source + " does not map " + column.name() + ".");
  }
}
