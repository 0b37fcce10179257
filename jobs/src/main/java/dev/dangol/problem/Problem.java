package dev.dangol.problem;

/**
 * Failure that a person can act on. Each kind is one that a caller would treat differently, and has
 * its own exit code; each message is one plain sentence that names the key, file, source or table,
 * and what to do.
 */
public abstract sealed class Problem extends RuntimeException
    permits BadSetting, BrokenSource, MissingInput, WarehouseBusy, EnvironmentFailure {
  private static final long serialVersionUID = 1L;

  Problem(String message, Throwable cause) {
    super(message, cause);
  }

  /** The exit code of a process that ends for this reason. */
  public abstract int exitCode();
}
