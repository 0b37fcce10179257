package dev.dangol.export;

import dev.dangol.config.export.ExportTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * List of customers for a target: the members of a cohort or a segment, or those of a predicate.
 *
 * @param target the target
 * @param kind the kind of group
 * @param group the cohort's name, the segment's id or the target's name
 * @param definition the predicate that makes it; for a segment its id
 */
public record AudienceList(ExportTarget target, GroupKind kind, String group, String definition) {
  /** Kind of group that a list is made of. */
  public enum GroupKind {
    COHORT,
    SEGMENT,
    WHERE
  }

  /**
   * The lists of a target, in their order.
   *
   * @param cohorts the predicate of each cohort
   */
  public static List<AudienceList> of(ExportTarget target, java.util.Map<String, String> cohorts) {
    List<AudienceList> lists = new ArrayList<>();
    for (String cohort : target.cohorts()) {
      lists.add(
          new AudienceList(target, GroupKind.COHORT, cohort, cohorts.getOrDefault(cohort, "")));
    }
    for (String segment : target.segments()) {
      lists.add(new AudienceList(target, GroupKind.SEGMENT, segment, "segment_id = " + segment));
    }
    target
        .where()
        .ifPresent(
            where -> lists.add(new AudienceList(target, GroupKind.WHERE, target.name(), where)));
    return lists;
  }

  /** The text by which a customer's row says that they are in the group. */
  public String key() {
    return kind.name().toLowerCase(Locale.ROOT) + "/" + group;
  }

  /** The group's name as files are named. */
  public String fileName() {
    return fileName(group);
  }

  /** A name as files are named: small letters, digits and dashes. */
  public static String fileName(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}-]", "-");
  }
}
