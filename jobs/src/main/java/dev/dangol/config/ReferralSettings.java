package dev.dangol.config;

/**
 * How far referrals are followed.
 *
 * @param generations how many generations a tree has at most, and how many people a ring that is
 *     looked for; 1 or more
 */
public record ReferralSettings(int generations) {}
