package dev.dangol.problem;

/** Source data that breaks its contract; nothing was published. */
public final class BrokenSource extends Problem {
  private static final long serialVersionUID = 1L;

  public BrokenSource(String message) {
    super(message, null);
  }

  public BrokenSource(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitCode() {
    return 3;
  }
}
