package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.TextRules;
import java.util.Optional;

/**
 * Settings of events that tell which job wrote which table.
 *
 * @param file the file that they are added to; empty for no events
 * @param namespace of jobs, as OpenLineage has it
 */
public record LineageSettings(Optional<String> file, String namespace) {
  static final LineageSettings NONE = new LineageSettings(Optional.empty(), "dangol");

  /** Reads the section {@code lineage}. */
  static LineageSettings read(ConfigSection lineage) {
    return new LineageSettings(
        lineage.optional("file", TextRules.TEXT), lineage.one("namespace", TextRules.TEXT));
  }
}
