package dev.dangol.config;

import java.util.Set;

/**
 * How cohorts are profiled, and what of customers may be looked at.
 *
 * @param minCount how many members a value needs, or would be expected to need, to be told
 * @param maxQ the false discovery rate up to which a difference is said in words, 0 to 1
 * @param sensitiveAllowed the names of sensitive attributes that may be used all the same
 */
public record CohortProfileSettings(int minCount, double maxQ, Set<String> sensitiveAllowed) {
  public CohortProfileSettings {
    sensitiveAllowed = Set.copyOf(sensitiveAllowed);
  }
}
