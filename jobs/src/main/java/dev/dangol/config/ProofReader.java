package dev.dangol.config;

import dev.dangol.config.ProofSettings.ControlSettings;
import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.TextRules;

/** Reads the sections {@code proof} and {@code control}. */
final class ProofReader {
  private ProofReader() {}

  static ProofSettings read(ConfigSection proof, ConfigSection control) {
    return new ProofSettings(
        proof.one("enabled", TextRules.YES_OR_NO).equals("true"),
        proof.one("months", NumberRules.COUNT),
        proof.one("min-days", NumberRules.COUNT),
        proof.ascending("shares", NumberRules.SHARE),
        new ControlSettings(
            control.one("share", NumberRules.SHARE),
            control.optional("secret", TextRules.TEXT).orElse(""),
            control.one("days", NumberRules.COUNT)));
  }
}
