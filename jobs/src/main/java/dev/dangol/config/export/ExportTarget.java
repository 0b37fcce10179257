package dev.dangol.config.export;

import java.util.List;
import java.util.Optional;

/**
 * Target of exports: a platform or a person, and who goes to it.
 *
 * @param name as the settings name it; also the folder of its files
 * @param format the format of its files, with the target's own columns
 * @param cohorts the cohorts whose members it gets, a list each
 * @param segments the ids of segments, a list each
 * @param where an SQL predicate over the columns of customers, for one more list
 * @param consent the basis on which customers may be in it
 * @param minSize the smallest list that is written
 * @param hashed true where identifiers are hashed
 * @param controls true where the control group of a cohort is not left out
 * @param value the SQL expression of a customer's value, for formats that have one
 * @param channel the public id of the Kakao channel; empty where it is not known
 */
public record ExportTarget(
    String name,
    ExportFormat format,
    List<String> cohorts,
    List<String> segments,
    Optional<String> where,
    ConsentBasis consent,
    int minSize,
    boolean hashed,
    boolean controls,
    String value,
    String channel) {

  public ExportTarget {
    cohorts = List.copyOf(cohorts);
    segments = List.copyOf(segments);
  }

  /** True where a column is the pseudonym. */
  public boolean pseudonymous() {
    return format.columns().stream()
        .anyMatch(column -> column.value().equals(ExportColumns.PSEUDONYM));
  }
}
