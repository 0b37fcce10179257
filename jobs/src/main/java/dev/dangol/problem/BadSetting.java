package dev.dangol.problem;

/** Wrong usage or configuration: the person who wrote it has to correct it. */
public final class BadSetting extends Problem {
  private static final long serialVersionUID = 1L;

  public BadSetting(String message) {
    super(message, null);
  }

  public BadSetting(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitCode() {
    return 2;
  }
}
