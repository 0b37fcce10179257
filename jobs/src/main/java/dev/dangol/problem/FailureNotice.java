package dev.dangol.problem;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Notice that is taken of a failure on its way up. */
public final class FailureNotice {
  private FailureNotice() {}

  /**
   * Does work; where it fails, the failure is noted and goes on as it is.
   *
   * @param note is given errors of Java too, and the checked exceptions that Spark throws without
   *     declaring them
   */
  public static <T> T during(Supplier<T> work, Consumer<Throwable> note) {
    try {
      return work.get();
    } catch (Throwable failure) {
      note.accept(failure);
      throw failure;
    }
  }
}
