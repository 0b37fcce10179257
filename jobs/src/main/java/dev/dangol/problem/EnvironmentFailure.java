package dev.dangol.problem;

/** Failure of the environment: a disk, a folder or a service that could not be used. */
public final class EnvironmentFailure extends Problem {
  private static final long serialVersionUID = 1L;

  public EnvironmentFailure(String message) {
    super(message, null);
  }

  public EnvironmentFailure(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitCode() {
    return 1;
  }
}
