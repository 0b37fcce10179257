package dev.dangol.config;

import java.util.Optional;

/**
 * How keys of several sources become one customer.
 *
 * @param maxIds the most ids that may be one customer; what joins more is left apart
 * @param phoneRegion the country of phone numbers that name none, as a two-letter code; empty where
 *     such numbers join nobody
 * @param earlierEvents true where a visitor's events from before he was known are his as well
 */
public record IdentitySettings(int maxIds, Optional<String> phoneRegion, boolean earlierEvents) {}
