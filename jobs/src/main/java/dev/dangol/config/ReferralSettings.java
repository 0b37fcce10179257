package dev.dangol.config;

/**
 * Settings of the referral network.
 *
 * @param generations how many generations a tree has at most, and how many people a ring that is
 *     looked for; 1 or more
 */
public record ReferralSettings(int generations) {}
