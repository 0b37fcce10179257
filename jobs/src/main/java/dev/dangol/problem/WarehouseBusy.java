package dev.dangol.problem;

/** Lease held by another run: the warehouse cannot be written to. */
public final class WarehouseBusy extends Problem {
  private static final long serialVersionUID = 1L;

  public WarehouseBusy(String message) {
    super(message, null);
  }

  public WarehouseBusy(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitCode() {
    return 5;
  }
}
