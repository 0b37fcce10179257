package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;

/** Settings of what is said and of what follows from it. */
public record TalkSettings(VoiceSettings voices, EffectSettings effects) {
  /** Reads the sections {@code voices} and {@code effects}. */
  static TalkSettings read(ConfigSection dangol) {
    return new TalkSettings(
        VoiceSettings.read(dangol.section("voices")),
        EffectSettings.read(dangol.section("effects")));
  }
}
