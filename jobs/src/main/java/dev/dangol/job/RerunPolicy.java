package dev.dangol.job;

/** Rule for work that is complete already. */
public enum RerunPolicy {
  /** Leave it. */
  SKIP_COMPLETE,
  /** Do it again. */
  REPEAT
}
