package dev.dangol.config;

/**
 * Additional scorecard for some of the customers or for one goal.
 *
 * @param where the customers it is about, as an SQL predicate
 * @param card their criteria; percentile ranks are among these customers
 */
public record AdditionalScorecard(String where, ScorecardSettings card) {}
