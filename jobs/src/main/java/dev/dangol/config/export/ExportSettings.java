package dev.dangol.config.export;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.TextRules;
import dev.dangol.privacy.IdentifierHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Settings of exports.
 *
 * @param directory the folder of all files
 * @param requireConsent whether only customers who consented are exported
 * @param consentMaxAgeDays how old a consent may be, in days
 * @param expireAfterDays how long after its as-of day a file is kept, in days
 * @param minorAge the age below which nobody is exported; empty for 14 years in Korea and 13
 *     elsewhere
 * @param pseudonymKey the secret of pseudonyms
 * @param targets in alphabetical order
 * @param fingerprint of everything here that can change a file
 */
public record ExportSettings(
    String directory,
    boolean requireConsent,
    int consentMaxAgeDays,
    int expireAfterDays,
    OptionalInt minorAge,
    Optional<String> pseudonymKey,
    List<ExportTarget> targets,
    String fingerprint) {
  private static final int FINGERPRINT_CHARACTERS = 16;

  public ExportSettings {
    targets = List.copyOf(targets);
  }

  /** Names the folder and the targets, never the key. */
  @Override
  public String toString() {
    return "exports of " + targets.stream().map(ExportTarget::name).toList() + " to " + directory;
  }

  /**
   * Reads the section {@code export}.
   *
   * @param columns the columns that customers have
   * @param cohorts the names of the configured cohorts
   */
  public static ExportSettings read(
      ConfigSection export, ExportColumns columns, List<String> cohorts) {
    refuseRetired(export);
    boolean required = ExportFormat.isTrue(export.one("require-consent", TextRules.YES_OR_NO));
    Optional<String> key = export.optional("pseudonym-key", TextRules.TEXT);
    List<ExportTarget> targets = new ArrayList<>();
    ConfigSection section = export.section("targets").ofKind("a target");
    for (String name : section.names()) {
      targets.add(new TargetReader(section, columns, cohorts).read(name, required));
      if (key.isEmpty() && targets.get(targets.size() - 1).pseudonymous()) {
        section.fault(
            name,
            section.name(name)
                + " holds the column pseudonym, and dangol.export.pseudonym-key is not set:"
                + " write pseudonym-key = ${?DANGOL_PSEUDONYM_KEY}, and set that variable; without"
                + " a key there are no pseudonyms.");
      }
    }
    Optional<Integer> minor = export.optional("minor-age", NumberRules.NONE_OR_MORE);
    ExportSettings read =
        new ExportSettings(
            export.one("directory", TextRules.TEXT),
            required,
            export.one("consent-max-age-days", NumberRules.NONE_OR_MORE),
            export.one("expire-after-days", NumberRules.COUNT),
            minor.map(OptionalInt::of).orElse(OptionalInt.empty()),
            key,
            targets,
            "");
    return read.withFingerprint();
  }

  /** The predicate of each target that has one, by the target's name. */
  public Map<String, String> predicates() {
    Map<String, String> predicates = new TreeMap<>();
    targets.forEach(
        target -> target.where().ifPresent(where -> predicates.put(target.name(), where)));
    return predicates;
  }

  private ExportSettings withFingerprint() {
    String all =
        String.join(
            "\n",
            directory,
            String.valueOf(requireConsent),
            String.valueOf(consentMaxAgeDays),
            String.valueOf(expireAfterDays),
            minorAge.toString(),
            targets.toString());
    return new ExportSettings(
        directory,
        requireConsent,
        consentMaxAgeDays,
        expireAfterDays,
        minorAge,
        pseudonymKey,
        targets,
        IdentifierHash.sha256(all).substring(0, FINGERPRINT_CHARACTERS));
  }

  private static void refuseRetired(ConfigSection export) {
    for (String retired : List.of("formats", "min-size")) {
      if (export.sets(retired)) {
        export.fault(
            retired,
            export.name(retired)
                + " is no setting any more: describe each file under "
                + export.name("targets")
                + ", with its own format and min-size.");
      }
    }
  }
}
