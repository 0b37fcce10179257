package dev.dangol.cohorts.persona;

import java.util.List;

/**
 * Evidence on the members of a cohort that a card is made of.
 *
 * @param findings its rows of {@code cohort_profiles}, in any order
 * @param reach its rows of {@code affinities}, in any order; empty where they are not measured, and
 *     then rare values take their place
 */
public record PersonaEvidence(List<ProfileFinding> findings, List<ReachFinding> reach) {
  public PersonaEvidence {
    findings = List.copyOf(findings);
    reach = List.copyOf(reach);
  }
}
