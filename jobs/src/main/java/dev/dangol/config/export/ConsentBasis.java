package dev.dangol.config.export;

import java.util.Optional;

/**
 * Basis on which customers may be in a target's files.
 *
 * @param key the consent key, such as email or ads; empty where none is asked for
 * @param basis the reason in the business's words, for the manifest
 * @param night true where consent to be written to at night is needed besides
 * @param required false where consent is not asked for, although withdrawals hold
 */
public record ConsentBasis(
    Optional<String> key, Optional<String> basis, boolean night, boolean required) {
  private static final String NIGHT = "-night";

  /** The consent key for the night hours; empty where it is not needed. */
  public Optional<String> nightKey() {
    return night ? key.map(channel -> channel + NIGHT) : Optional.empty();
  }
}
