package dev.dangol.cohorts.persona;

import java.util.List;

/**
 * Evidence on the members of a cohort that a card is made of.
 *
 * @param findings its rows of {@code cohort_profiles}, in any order
 * @param reach its rows of {@code affinities}, in any order; empty where they are not measured, and
 *     then rare values take their place
 * @param path its rows of {@code journey_paths}, in any order; empty where none was found
 */
public record PersonaEvidence(
    List<ProfileFinding> findings, List<ReachFinding> reach, List<PathFinding> path) {
  public PersonaEvidence {
    path = List.copyOf(path);
    findings = List.copyOf(findings);
    reach = List.copyOf(reach);
  }
}
