package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.TextRules;

/** Settings of what is said and of what follows from it. */
public record TalkSettings(VoiceSettings voices, EffectSettings effects, boolean verifiedOnly) {
  /** Reads the sections {@code voices} and {@code effects}. */
  static TalkSettings read(ConfigSection dangol) {
    return new TalkSettings(
        VoiceSettings.read(dangol.section("voices")),
        EffectSettings.read(dangol.section("effects")),
        dangol.section("reviews").one("verified-only", TextRules.YES_OR_NO).equals("true"));
  }
}
