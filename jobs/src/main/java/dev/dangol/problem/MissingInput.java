package dev.dangol.problem;

/** Input that is missing or not complete yet: the same command may work later. */
public final class MissingInput extends Problem {
  private static final long serialVersionUID = 1L;

  public MissingInput(String message) {
    super(message, null);
  }

  public MissingInput(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitCode() {
    return 4;
  }
}
