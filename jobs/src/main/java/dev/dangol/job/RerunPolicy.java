package dev.dangol.job;

/** Policy for jobs that are complete already: skip them or run them again. */
public enum RerunPolicy {
  /** Skip it. */
  SKIP_COMPLETE,
  /** Run it again. */
  REPEAT
}
