package dev.dangol.store;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a job was asked to do.
 *
 * @param job its name
 * @param asOf the day to describe; empty where a job failed before it was known
 * @param inputs a fingerprint of each source that its results come from
 */
public record Work(String job, Optional<LocalDate> asOf, Map<String, String> inputs) {
  public Work {
    inputs = Map.copyOf(inputs);
  }

  public static Work of(String job, LocalDate asOf, Map<String, String> inputs) {
    return new Work(job, Optional.of(asOf), inputs);
  }
}
