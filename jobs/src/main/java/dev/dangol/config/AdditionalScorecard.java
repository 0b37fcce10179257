package dev.dangol.config;

/**
 * A picture of an ideal customer for some of the customers or for one goal.
 *
 * @param where the customers it is about, as an SQL predicate
 * @param card what counts for them; percentile ranks are among them
 */
public record AdditionalScorecard(String where, ScorecardSettings card) {}
