package dev.dangol.config;

import dev.dangol.config.ProofSettings.ControlSettings;

/** Reads the sections {@code proof} and {@code control}. */
final class ProofReader {
  private ProofReader() {}

  static ProofSettings read(Section proof, Section control) {
    return new ProofSettings(
        proof.one("enabled", Texts.YES_OR_NO).equals("true"),
        proof.one("months", Numbers.COUNT),
        proof.one("min-days", Numbers.COUNT),
        proof.ascending("shares", Numbers.SHARE),
        new ControlSettings(
            control.one("share", Numbers.SHARE),
            control.optional("secret", Texts.TEXT).orElse(""),
            control.one("days", Numbers.COUNT)));
  }
}
