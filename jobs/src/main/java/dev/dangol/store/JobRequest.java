package dev.dangol.store;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Request to a job: its name, day and inputs.
 *
 * @param job its name
 * @param asOf the day to describe; empty where a job failed before it was known
 * @param inputs a fingerprint of each source that its results come from
 */
public record JobRequest(String job, Optional<LocalDate> asOf, Map<String, String> inputs) {
  public JobRequest {
    inputs = Map.copyOf(inputs);
  }

  public static JobRequest of(String job, LocalDate asOf, Map<String, String> inputs) {
    return new JobRequest(job, Optional.of(asOf), inputs);
  }
}
